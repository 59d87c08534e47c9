import type { Language } from '../../core/question/language.ts';
import { type Bar, type BarRow, barChart } from '../chart/bar-chart.ts';
import type { ChartDescription, ChartSpec } from '../chart/description.ts';
import { dotChart } from '../chart/dot-chart.ts';
import { linearAxis, powerAxis } from '../chart/value-axis.ts';
import type { StageCost } from './network.ts';

/** A network counted, stage by stage. */
export interface CountTrace {
  readonly name: string;
  readonly stages: readonly StageCost[];
  readonly parameters: number;
  readonly multiplyAdds: number;
  readonly denseShare: number;
  readonly beside?: StageCost;
}

/** Where the parameters of a network sit, and where its work is done. */
export function describeChart(trace: CountTrace, language: Language): ChartDescription {
  const { beside } = trace;
  return beside === undefined ? describeStages(trace, language) : describePair(trace, beside, language);
}

function describeStages(trace: CountTrace, language: Language): ChartDescription {
  const words = wordsIn[language];
  const { name, stages, parameters, multiplyAdds, denseShare } = trace;
  const rows = stages.map((stage) => ({
    name: stage.name[language],
    parameters: stage.cost.parameters / parameters,
    work: stage.cost.multiplyAdds / multiplyAdds,
  }));
  return {
    title: words.finding(name, exact(parameters), denseShare),
    subtitle: words.setting(exact(parameters), exact(multiplyAdds)),
    alt: words.alt(
      name,
      rows.map((row) => words.told(row.name, percent(row.parameters), percent(row.work))).join(words.and),
    ),
    spec: barChart({
      value: { title: words.share, axis: linearAxis(rows.flatMap((row) => [row.parameters, row.work])) },
      rows: withWords(rows, words),
    }),
  };
}

interface StageShares {
  readonly name: string;
  readonly parameters: number;
  readonly work: number;
}

/** The longest bar of each kind says what its kind is. */
function withWords(rows: readonly StageShares[], words: Words): BarRow[] {
  const longest = (of: (row: StageShares) => number) => rows.map(of).indexOf(Math.max(...rows.map(of)));
  const [mostParameters, mostWork] = [longest((row) => row.parameters), longest((row) => row.work)];
  return rows.map(({ name, parameters, work }, index) => {
    const texts = [percent(parameters), percent(work)] as const;
    const bars: readonly Bar[] = [
      {
        value: parameters,
        tone: 'subject',
        text: index === mostParameters ? words.ofParameters(texts[0]) : texts[0],
      },
      { value: work, tone: 'reference', text: index === mostWork ? words.ofWork(texts[1]) : texts[1] },
    ];
    return { name, bars };
  });
}

function describePair(trace: CountTrace, beside: StageCost, language: Language): ChartDescription {
  const words = wordsIn[language];
  const [stage = beside] = trace.stages;
  const [few, many] = [stage.cost.parameters, beside.cost.parameters];
  return {
    title: words.pairFinding(exact(few), exact(Number((many / few).toPrecision(2)))),
    subtitle: words.pairSetting,
    alt: words.pairAlt(stage.name[language], exact(few), beside.name[language], exact(many)),
    spec: pairSpec([stage, beside], words.parameters, language),
  };
}

function pairSpec(stages: readonly StageCost[], title: string, language: Language): ChartSpec {
  return dotChart({
    value: { title, axis: powerAxis(stages.map(({ cost }) => cost.parameters)) },
    rows: stages.map(({ name, cost }, index) => ({
      name: name[language],
      series: [
        {
          values: [cost.parameters],
          tone: index === 0 ? 'subject' : 'reference',
          text: exact(cost.parameters),
        },
      ],
    })),
  });
}

const exact = (count: number) => count.toLocaleString('en-US');

function percent(share: number): string {
  const of100 = 100 * share;
  // 99.8% must not read as everything.
  const digits = of100 > 99 ? 3 : 2;
  return of100 < 10 ? `${Number(of100.toPrecision(1))}%` : `${Number(of100.toPrecision(digits))}%`;
}

/** Words of one language. */
interface Words {
  readonly finding: (name: string, parameters: string, denseShare: number) => string;
  readonly setting: (parameters: string, multiplyAdds: string) => string;
  readonly share: string;
  readonly ofParameters: (text: string) => string;
  readonly ofWork: (text: string) => string;
  readonly and: string;
  readonly told: (name: string, parameters: string, work: string) => string;
  readonly alt: (name: string, stages: string) => string;
  readonly parameters: string;
  readonly pairFinding: (few: string, times: string) => string;
  readonly pairSetting: string;
  readonly pairAlt: (name: string, few: string, besideName: string, many: string) => string;
}

const wordsIn: Readonly<Record<Language, Words>> = {
  en: {
    finding: (name, parameters, denseShare) => {
      if (denseShare === 0) return `${name}: all ${parameters} parameters are in convolutions`;
      if (denseShare < 0.5)
        return `${name}: only ${percent(denseShare)} of the parameters are fully connected`;
      return `${name}: ${percent(denseShare)} of the parameters sit in the fully connected layers`;
    },
    setting: (parameters, multiplyAdds) =>
      `${parameters} parameters, ${multiplyAdds} multiply-adds per image`,
    share: 'share of the whole network',
    ofParameters: (text) => `${text} parameters`,
    ofWork: (text) => `${text} work`,
    and: '; ',
    told: (name, parameters, work) =>
      `${name}: ${parameters} of the parameters, ${work} of the multiply-adds`,
    alt: (name, stages) => `Bar chart of where the parameters and the work of ${name} are. ${stages}.`,
    parameters: 'parameters',
    pairFinding: (few, times) =>
      `64 kernels of 3×3 on RGB: ${few} parameters; full connection takes ${times} times as many`,
    pairSetting: 'on a 224 × 224 RGB image',
    pairAlt: (name, few, besideName, many) =>
      `Dot chart on a logarithmic axis: ${name} have ${few} parameters, whatever the size of the image; ` +
      `${besideName}, have ${many}.`,
  },
  zh: {
    finding: (name, parameters, denseShare) => {
      if (denseShare === 0) return `${name}：${parameters} 个参数全在卷积里`;
      if (denseShare < 0.5) return `${name}：只有 ${percent(denseShare)} 的参数在全连接层`;
      return `${name}：${percent(denseShare)} 的参数挤在全连接层`;
    },
    setting: (parameters, multiplyAdds) => `共 ${parameters} 个参数，每张图 ${multiplyAdds} 次乘加`,
    share: '占整个网络的比例',
    ofParameters: (text) => `${text} 参数`,
    ofWork: (text) => `${text} 计算`,
    and: '；',
    told: (name, parameters, work) => `${name} 占参数的 ${parameters}、乘加的 ${work}`,
    alt: (name, stages) => `条形图：${name} 的参数和计算量分布。${stages}。`,
    parameters: '参数量',
    pairFinding: (few, times) => `RGB 上 64 个 3×3 卷积核只有 ${few} 个参数，全连接要多 ${times} 倍`,
    pairSetting: '输入为 224 × 224 的 RGB 图像',
    pairAlt: (name, few, besideName, many) =>
      `对数坐标点图：${name}有 ${few} 个参数，与图像大小无关；${besideName}要 ${many} 个。`,
  },
};
