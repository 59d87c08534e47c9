// Plays a few talks against the local Telegram and draws how a phone shows them, in both languages, to be looked at.
//   node scripts/build.mjs && node scripts/show-telegram.mjs
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';

const { openDay } = await import('../dist/rehearsal/telegram/day/open-day.js');
const folder = resolve('.cache/telegram');
mkdirSync(folder, { recursive: true });

const silent = { say() {}, scene() {}, check() {} };
const lines = {
  zh: {
    group: '深度学习小组',
    demo: '小于千分之一',
    private: '私聊作答',
    here: '在这里答',
    explain: '看参考答案',
    sample: 'misconception',
  },
  en: {
    group: 'Deep learning group',
    demo: 'thousandth',
    private: 'Answer in private',
    here: 'Answer here',
    explain: 'Show the model answer',
    sample: 'misconception',
  },
};

const style = `
  body { margin: 0; padding: 8px; background: #d5e3ee; font: 15px/1.35 Inter, 'Noto Sans SC', 'Noto Sans CJK SC', sans-serif; }
  .message { max-width: 340px; margin: 0 0 8px; } .message.user { margin-left: auto; }
  .bubble { background: #fff; border-radius: 12px; padding: 6px 10px 8px; overflow: hidden; } .user .bubble { background: #e2fed0; }
  .name { color: #3a8ac4; font-size: 13px; } .text { white-space: pre-wrap; overflow-wrap: anywhere; }
  .text i { color: #555; }
  img { display: block; width: calc(100% + 20px); margin: 4px -10px 6px; }
  blockquote { margin: 2px 0; padding: 3px 8px; border-left: 3px solid #3a8ac4; background: #eef5fa; border-radius: 4px; }
  blockquote.fold { max-height: 4.1em; overflow: hidden; }
  .spoiler { background: #999; color: transparent; border-radius: 3px; } .time { border-bottom: 1px dotted #3a8ac4; }
  pre { margin: 2px 0; background: #f2f2f2; padding: 6px; white-space: pre-wrap; }
  .row { display: flex; gap: 4px; margin-top: 4px; } .button { flex: 1 1 0; min-width: 0; text-align: center; background: #7d9fb6; color: #fff; border-radius: 8px; padding: 8px 2px; font-size: 13.5px; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
  .button.primary { background: #3a8ac4; } .button.danger { background: #c4553a; }
  .reply { background: #fff; color: #888; border-radius: 8px; padding: 6px 10px; margin-top: 4px; } .sign { font-size: 13px; background: #eef; border-radius: 8px; padding: 1px 6px; }
`;

for (const language of ['zh', 'en']) {
  const words = lines[language];
  const day = await openDay(silent, '2026-03-01T12:00Z');
  const people = ['小雨', 'Ada', 'Bo'].map((name) => day.cast.person(name, language));
  const [mod, ada, bo] = people;
  const group = day.cast.group(words.group, people);
  await day.happens('', () => day.cast.addBot(group, mod));
  await day.say(mod, group, '/daily set time:09:00 zone:Asia/Shanghai days:mon-fri');
  await day.tickAt('2026-03-02T01:00Z');
  const daily = day.latest(group);
  const question = day.questionIn(daily);
  const sample = question.samples.find((each) => each.kind === words.sample && each.language === language);
  await day.press(ada, group, daily, words.private);
  await day.say(ada, ada.privateChat, sample?.answer ?? question.modelAnswer[language]);
  await day.press(ada, ada.privateChat, day.latest(ada.privateChat), words.explain);
  await day.press(bo, group, daily, words.here);
  await day.say(bo, group, question.modelAnswer[language], { replyTo: day.latest(group) });
  await day.say(ada, group, '/board');
  await day.say(bo, group, '/demo depth-flow');
  await day.press(bo, group, day.latest(group), words.demo);
  await day.say(ada, ada.privateChat, '/topics');
  await day.say(ada, ada.privateChat, '/me');
  await day.say(ada, ada.privateChat, '/help');
  await day.tickAt('2026-03-03T01:00Z');
  await draw(day, group, join(folder, `group.${language}`));
  await draw(day, ada.privateChat, join(folder, `private.${language}`));
  await day.close();
}
console.log(`look at ${folder}`);

/** A chat as a phone of 390 points shows it: Telegram's HTML is HTML, but for a few tags of its own. */
async function draw(day, chat, file) {
  const shown = chat.messages.filter(({ isDeleted, text, photo }) => !isDeleted && (text !== '' || photo));
  const html = `<!doctype html><meta charset="utf-8"><style>${style}</style>${shown.map((message) => bubble(day, message)).join('')}`;
  writeFileSync(`${file}.html`, html);
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  const page = await browser.newPage({ viewport: { width: 390, height: 800 }, deviceScaleFactor: 1.5 });
  await page.goto(`file://${file}.html`);
  await page.screenshot({ path: `${file}.png`, fullPage: true });
  await browser.close();
}

function bubble({ server }, { from, html, photo, markup, reactions }) {
  const name = from.kind === 'bot' ? 'GradCoach' : server.world.users.get(from.userId).first_name;
  const body = html
    // A quotation stands on lines of its own, so the breaks around it are part of it.
    .replace(/\n(?=<(?:blockquote|pre))|(?<=<\/(?:blockquote|pre)>)\n/g, '')
    .replace(/<blockquote expandable>/g, '<blockquote class="fold">')
    .replace(/<tg-spoiler>/g, '<span class="spoiler">')
    .replace(/<\/tg-spoiler>/g, '</span>')
    .replace(/<tg-time[^>]*>/g, '<span class="time">')
    .replace(/<\/tg-time>/g, '</span>');
  const picture = photo ? `<img src="data:image/png;base64,${Buffer.from(photo).toString('base64')}">` : '';
  const rows = (markup?.inline_keyboard ?? []).map(
    (row) =>
      `<div class="row">${row.map(({ text, url, style: look }) => `<span class="button ${look ?? ''}">${text}${url ? ' ↗' : ''}</span>`).join('')}</div>`,
  );
  const box = markup?.force_reply ? `<div class="reply">↩ ${markup.input_field_placeholder}</div>` : '';
  const signs = reactions.map((sign) => `<span class="sign">${sign}</span>`).join('');
  return `<div class="message ${from.kind}"><div class="bubble"><b class="name">${name}</b>${picture}<div class="text">${body}</div>${signs}</div>${rows.join('')}${box}</div>`;
}
