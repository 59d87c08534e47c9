import { type Backend, backends, useBackend, whyNotNative } from './backend.ts';
import { drawChart } from './chart/draw-chart.ts';

/** What this machine computes with. */
export interface FoundBackends {
  /** Those that can be opened, the one preferred first. */
  readonly found: readonly Backend[];
  /** Why tfjs-node is not among them; absent when it is. */
  readonly whyNotNative: string | undefined;
}

/** Tries every backend. */
export async function findBackends(): Promise<FoundBackends> {
  const found: Backend[] = [];
  for (const backend of backends) {
    if (await opens(backend)) found.push(backend);
  }
  return { found, whyNotNative: whyNotNative() };
}

async function opens(backend: Backend): Promise<boolean> {
  try {
    return (await useBackend([backend])) === backend;
  } catch {
    return false;
  }
}

/** Draws a small chart with Chinese words on it; throws what keeps it from being drawn, such as a missing font. */
export async function drawsCharts(): Promise<void> {
  const spec = { data: { values: [{ x: 0 }] }, layer: [{ mark: 'point' as const, encoding: {} }] };
  await drawChart({ title: '梯度', subtitle: 'gradient', alt: '', spec }, 'light', '');
}
