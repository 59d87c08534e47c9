import { accessSync, constants, existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Command } from 'commander';
import { diagnoseDiscord } from '../adapters/discord/diagnose.ts';
import { diagnoseTelegram } from '../adapters/telegram/diagnose.ts';
import { CoachError } from '../app/coach-error.ts';
import { commands } from '../app/commands/index.ts';
import { readBank } from '../compose.ts';
import { type Config, readConfig } from '../config.ts';
import { drawsCharts, findBackends } from '../experiments/diagnose.ts';
import { openStore } from '../storage/index.ts';

/** One thing that was looked at. */
interface Finding {
  readonly name: string;
  /** `missing` is fine, such as a token; `wrong` keeps the coach from working. */
  readonly state: 'ok' | 'missing' | 'wrong';
  readonly says: string;
}

/** `coach doctor`: what this installation has, without ever showing a token. */
export function addDoctor(program: Command): void {
  program
    .command('doctor')
    .description('look whether everything the coach needs is here')
    .option('--json', 'as a JSON array')
    .action(async ({ json }: { json?: boolean }) => {
      const config = readConfig();
      const findings = [
        node(),
        ...(await Promise.all([database(config), content(config), backends(config), charts()])),
        await discord(config),
        await telegram(config),
      ];
      process.stdout.write(
        json === true ? `${JSON.stringify(findings, null, 2)}\n` : `${findings.map(line).join('\n')}\n`,
      );
      if (findings.some(({ state }) => state === 'wrong')) process.exitCode = 1;
    });
}

function line({ name, state, says }: Finding): string {
  return `${{ ok: '✓', missing: '·', wrong: '✗' }[state]} ${name}: ${says}`;
}

function node(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const isEnough = major > 20 || (major === 20 && minor >= 19);
  const says = isEnough ? process.version : `${process.version}; 20.19 or newer is needed`;
  return { name: 'Node', state: isEnough ? 'ok' : 'wrong', says };
}

async function database({ database: file }: Config): Promise<Finding> {
  const name = 'Database';
  try {
    if (!existsSync(file)) return notYet(name, file);
    const store = await openStore(file);
    await store.close();
    return { name, state: 'ok', says: file };
  } catch (fault) {
    return { name, state: 'wrong', says: sentenceOf(fault) };
  }
}

function notYet(name: string, file: string): Finding {
  const nearest = firstExisting(dirname(resolve(file)));
  try {
    accessSync(nearest, constants.W_OK);
    return { name, state: 'ok', says: `${file} will be made at the first start` };
  } catch {
    return {
      name,
      state: 'wrong',
      says: `${nearest} cannot be written; set GRADCOACH_DB to a file elsewhere`,
    };
  }
}

function firstExisting(folder: string): string {
  return existsSync(folder) ? folder : firstExisting(dirname(folder));
}

async function content(config: Config): Promise<Finding> {
  const name = 'Questions';
  try {
    const { questions } = await readBank(config.content);
    return { name, state: 'ok', says: `${questions.length} in ${config.content}` };
  } catch (fault) {
    return { name, state: 'wrong', says: sentenceOf(fault) };
  }
}

async function backends({ backend: forced }: Config): Promise<Finding> {
  const name = 'TensorFlow.js';
  const { found, whyNotNative } = await findBackends();
  const [best, ...others] = forced === undefined ? found : found.filter((each) => each === forced);
  if (best === undefined) {
    const says =
      forced === undefined
        ? 'no backend could be loaded; run npm ci again'
        : `GRADCOACH_BACKEND asks for ${forced}, which does not work here`;
    return { name, state: 'wrong', says: whyNotNative === undefined ? says : `${says}: ${whyNotNative}` };
  }
  const rest = others.length === 0 ? '' : `; also ${others.join(', ')}`;
  const choice = forced === undefined ? '' : ' (GRADCOACH_BACKEND)';
  const better = whyNotNative === undefined ? '' : `; not tfjs-node: ${whyNotNative}`;
  return { name, state: 'ok', says: `${best}${choice}${rest}${better}` };
}

async function charts(): Promise<Finding> {
  const name = 'Charts and fonts';
  try {
    await drawsCharts();
    return { name, state: 'ok', says: '中文 and Latin' };
  } catch (fault) {
    return { name, state: 'wrong', says: fault instanceof Error ? fault.message : 'no chart could be drawn' };
  }
}

async function discord({ discord: configured }: Config): Promise<Finding> {
  const name = 'Discord';
  if (configured === undefined) return token(name, 'DISCORD_TOKEN', configured);
  const found = await diagnoseDiscord(configured, commands);
  switch (found.kind) {
    case 'ready':
      return { name, state: 'ok', says: `${found.name}; the commands are registered` };
    case 'commands-differ':
      return {
        name,
        state: 'missing',
        says: `${found.name}; the commands differ: npm run -s coach -- discord register`,
      };
    case 'wrong-token':
      return { name, state: 'wrong', says: 'DISCORD_TOKEN is not accepted; copy it anew from the Bot page' };
    case 'unreachable':
      return { name, state: 'missing', says: 'the token is set, but Discord cannot be reached' };
  }
}

async function telegram({ telegram: configured, host }: Config): Promise<Finding> {
  const name = 'Telegram';
  if (configured === undefined) return token(name, 'TELEGRAM_TOKEN', configured);
  const { webhookUrl, webhookPort } = configured;
  const wrong = (says: string): Finding => ({ name, state: 'wrong', says });
  const found = await diagnoseTelegram(configured);
  switch (found.kind) {
    case 'ready': {
      const hears = found.hearsEverything ? '; privacy mode is off, which is not needed' : '';
      const way = webhookUrl === undefined ? 'polling' : `webhook, to ${host}:${webhookPort}`;
      return { name, state: 'ok', says: `@${found.username}, ${way}${hears}` };
    }
    case 'wrong-token':
      return wrong('TELEGRAM_TOKEN is not accepted; copy it again from @BotFather');
    case 'webhook-not-https':
      return wrong('TELEGRAM_WEBHOOK_URL must begin with https://');
    case 'webhook-port':
      return wrong('TELEGRAM_WEBHOOK_URL must be on port 443, 80, 88 or 8443');
    case 'unreachable':
      return { name, state: 'missing', says: 'the token is set, but Telegram cannot be reached' };
  }
}

function token(name: string, variable: string, configured: unknown): Finding {
  return configured === undefined
    ? { name, state: 'missing', says: `not set (${variable})` }
    : { name, state: 'ok', says: 'present' };
}

function sentenceOf(fault: unknown): string {
  if (fault instanceof CoachError) return fault.message;
  throw fault;
}
