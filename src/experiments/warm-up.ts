import * as tf from '@tensorflow/tfjs';
import { type Backend, backends, useBackend } from './backend.ts';
import { drawChart } from './chart/draw-chart.ts';
import { lineChart } from './chart/line-chart.ts';
import { linearAxis } from './chart/value-axis.ts';

/** Pays for a thread's first run in advance: opens the backend, loads fonts and the chart library, and compiles both. */
export async function warmUp(forced: Backend | undefined): Promise<void> {
  await useBackend(forced === undefined ? ['wasm', ...backends] : [forced]);
  tf.tidy(() =>
    tf
      .grad((x) => tf.sum(tf.relu(tf.matMul(x, x))))(tf.ones([16, 16]))
      .dataSync(),
  );
  const side = { title: '梯度 x', axis: linearAxis([0, 1]) };
  const lines = [
    {
      label: 'warm',
      tone: 'subject',
      points: [
        { x: 0, y: 0 },
        { x: 1, y: 1 },
      ],
    },
  ] as const;
  const spec = lineChart({ x: side, y: side, lines });
  await drawChart({ title: '预热 warm', subtitle: '10⁻⁶', alt: '', spec }, 'light', '');
}
