/** What is written in the pictures. */
export const wordsIn = {
  en: {
    path: {
      finding: {
        stays: (name: string, end: string, steps: number) =>
          `${name}: after ${steps} steps the fakes are still at ${end}`,
        elsewhere: (name: string, end: string, steps: number) =>
          `${name}: after ${steps} steps the fakes are at ${end}`,
        arrives: (name: string, end: string, steps: number) =>
          `${name}: in ${steps} steps the fakes reach the real points (${end})`,
      },
      setting: (distance: number) => `real points around 0, fakes start at ${distance}`,
      step: 'step of the generator',
      place: 'where the fakes are, θ',
      names: {
        saturating: () => 'minimax',
        'non-saturating': () => '−log D',
        'weight-clipping': (bound: number) => `clip ${bound}`,
        'gradient-penalty': () => 'WGAN-GP',
      },
      alt: (steps: number, distance: number, ends: readonly { name: string; end: string }[]) =>
        `Line chart of the place of the fakes over ${steps} steps of the generator, from ${distance} towards the real points at 0. ` +
        `In the end: ${ends.map(({ name, end }) => `${name} ${end}`).join(', ')}.`,
    },
    slope: {
      finding: (tight: string, loose: string, penalised: string) =>
        `Clipping gives a critic slope ${tight} or ${loose}, the gradient penalty ${penalised}`,
      setting: (distance: number) => `critics after 300 steps, fakes at ${distance}; 1 is ideal`,
      axis: 'slope of the critic at the fakes',
      ideal: 'ideal',
      clipped: (bound: number) => `clip ${bound}`,
      penalised: 'gradient penalty',
      alt: (rows: readonly { name: string; slope: string }[]) =>
        `Dot chart on a logarithmic axis: the slope of the critic at the fakes, 1 being ideal. ` +
        `${rows.map(({ name, slope }) => `${name}: ${slope}`).join('; ')}.`,
    },
    divergence: {
      finding: (from: string | undefined) =>
        from === undefined
          ? 'While the two overlap, JS grows with their distance'
          : `From a distance of ${from} on JS stays at ln 2; W₁ keeps growing`,
      setting: 'two Gaussians of deviation 0.1, θ apart',
      theta: 'distance θ',
      axis: 'divergence',
      js: 'JS',
      wasserstein: 'W₁',
      alt: (theta: string, js: string) =>
        `Line chart of two divergences against the distance of two narrow Gaussians. JS rises to ln 2 and stays there: ${js} at ${theta}. ` +
        `The Wasserstein distance is the distance itself, a straight line.`,
    },
  },
  zh: {
    path: {
      finding: {
        stays: (name: string, end: string, steps: number) => `${name}：走了 ${steps} 步，假样本还在 ${end}`,
        elsewhere: (name: string, end: string, steps: number) => `${name}：走了 ${steps} 步，假样本在 ${end}`,
        arrives: (name: string, end: string, steps: number) =>
          `${name}：${steps} 步之内，假样本到了真样本处（${end}）`,
      },
      setting: (distance: number) => `真样本在 0 附近，假样本从 ${distance} 出发`,
      step: '生成器步数',
      place: '假样本的位置 θ',
      names: {
        saturating: () => 'minimax',
        'non-saturating': () => '−log D',
        'weight-clipping': (bound: number) => `裁剪 ${bound}`,
        'gradient-penalty': () => 'WGAN-GP',
      },
      alt: (steps: number, distance: number, ends: readonly { name: string; end: string }[]) =>
        `折线图：生成器走 ${steps} 步，假样本从 ${distance} 向 0 处的真样本移动。` +
        `最后的位置：${ends.map(({ name, end }) => `${name} ${end}`).join('，')}。`,
    },
    slope: {
      finding: (tight: string, loose: string, penalised: string) =>
        `判别器的斜率：权重裁剪 ${tight} 或 ${loose}，梯度惩罚 ${penalised}`,
      setting: (distance: number) => `训练 300 步，假样本在 ${distance}；理想值是 1`,
      axis: '判别器在假样本处的斜率',
      ideal: '理想',
      clipped: (bound: number) => `裁剪 ${bound}`,
      penalised: '梯度惩罚',
      alt: (rows: readonly { name: string; slope: string }[]) =>
        `对数坐标点图：判别器在假样本处的斜率，理想值是 1。${rows.map(({ name, slope }) => `${name}：${slope}`).join('；')}。`,
    },
    divergence: {
      finding: (from: string | undefined) =>
        from === undefined
          ? '两个分布还有重叠时，JS 散度随距离增长'
          : `相距 ${from} 以后，JS 散度停在 ln 2，W₁ 继续增长`,
      setting: '两个标准差 0.1 的正态分布，相距 θ',
      theta: '距离 θ',
      axis: '差异的度量',
      js: 'JS',
      wasserstein: 'W₁',
      alt: (theta: string, js: string) =>
        `折线图：两个很窄的正态分布相距 θ 时的两种差异。JS 散度升到 ln 2 就不动了：相距 ${theta} 时是 ${js}。Wasserstein 距离就是这段距离，一条直线。`,
    },
  },
};
