import type { Clock } from '../../../app/ports/clock.ts';
import type { Store } from '../../../app/ports/store.ts';
import type { Reply } from '../../../app/reply.ts';
import type { CommandLinks } from '../render/command-links.ts';
import type { RenderedMessage } from '../render/lay-out.ts';
import { type RenderedReply, renderReply } from '../render/render-reply.ts';
import type { Charts } from '../wire/message-body.ts';

/** A reply ready to be sent: its messages, and the pictures on them. */
export interface Written {
  readonly messages: readonly RenderedMessage[];
  readonly charts: Charts;
}

/** Renders replies with what the store holds for them. */
export interface Writer {
  /** What the buttons refer to is kept before this resolves. */
  write(
    reply: Reply,
    render?: (reply: Reply, charts: ReadonlySet<string>) => RenderedReply,
  ): Promise<Written>;
}

interface Options {
  readonly store: Store;
  readonly clock: Clock;
  readonly commands: () => CommandLinks;
}

export function createWriter({ store, clock, commands }: Options): Writer {
  return {
    async write(reply, render = (each, charts) => renderReply(each, charts, commands())) {
      const keys = reply.blocks.flatMap((block) => (block.kind === 'image' ? [block.image.key] : []));
      const charts = await findCharts(store, keys);
      const { messages, keepsakes } = render(reply, new Set(charts.keys()));
      if (keepsakes.length > 0) {
        await store.transaction(async ({ links }) => {
          for (const { token, value } of keepsakes) {
            await links.save({ kind: 'token', key: token, value }, clock.nowMs());
          }
        });
      }
      return { messages, charts };
    },
  };
}

async function findCharts(store: Store, keys: readonly string[]): Promise<Charts> {
  const charts = new Map<string, Uint8Array>();
  if (keys.length === 0) return charts;
  await store.transaction(async (tx) => {
    for (const key of keys) {
      const chart = await tx.charts.findChart(key);
      if (chart !== undefined) charts.set(key, chart.png);
    }
  });
  return charts;
}
