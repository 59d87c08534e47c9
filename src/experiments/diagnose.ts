import { type Backend, backends, useBackend } from './backend.ts';
import { drawChart } from './chart/draw-chart.ts';

/** The backends that can be opened on this machine, the one preferred first. */
export async function findBackends(): Promise<readonly Backend[]> {
  const found: Backend[] = [];
  for (const backend of backends) {
    if (await opens(backend)) found.push(backend);
  }
  return found;
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
