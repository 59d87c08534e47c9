import { beforeAll, describe, expect, it } from 'vitest';
import type { Block } from '../../../../src/app/reply.ts';
import { everyBlock, reply } from '../../scripted-coach.ts';
import { loadHtmlRenderer } from '../render-page.ts';

let htmlOf: (...blocks: readonly Block[]) => string;
beforeAll(async () => {
  const render = await loadHtmlRenderer();
  htmlOf = (...blocks) =>
    render(
      {
        sequence: 1,
        conversationId: 'web:room',
        deliveryId: 'd',
        atMs: 0,
        said: { kind: 'coach', reply: reply(blocks) },
      },
      'web:ada',
    );
});

const ofKind = (kind: Block['kind']) => everyBlock('zh').filter((block) => block.kind === kind);

describe('a block on the page', () => {
  it('marks the learner’s words and numbers the reasons', () => {
    const html = htmlOf(...ofKind('answer'));
    expect(html).toContain('>导数最大只有 0.25<sup>1</sup></mark>');
    expect(html).toContain('<mark class="misconception"');
    expect(html.match(/<li class="(credit|misconception)"/g)).toHaveLength(4);
  });

  it('gives one number to stretches with the same reason, in the order of the text', () => {
    const mark = (start: number, label: string) => ({ start, end: start + 1, as: 'credit' as const, label });
    const html = htmlOf({ kind: 'answer', text: 'abc', marks: [mark(2, 'x'), mark(0, 'x'), mark(1, 'y')] });
    expect(html.replace(/<(?!sup|\/sup)[^>]*>/g, '')).toContain('a<sup>1</sup>b<sup>2</sup>c<sup>1</sup>');
  });

  it('numbers the point itself where the message tells it, instead of saying it twice', () => {
    const text = 'the chain rule';
    const html = htmlOf(
      {
        kind: 'answer',
        text: 'by the chain rule',
        marks: [{ start: 3, end: 17, as: 'credit', label: text }],
      },
      { kind: 'points', points: [{ state: 'met', bonus: false, text, evidence: [text] }] },
    );
    expect(html).not.toContain('class="reasons"');
    expect(html).toContain('the chain rule<sup>1</sup>');
    expect(html).toMatch(/<\/span> the chain rule<sup>1<\/sup>/);
  });

  it('tells the state of a point in words, not only in colour', () => {
    const html = htmlOf(...ofKind('points'));
    for (const word of ['答到', '部分答到', '漏掉', '说反了', '加分']) expect(html).toContain(word);
  });

  it('describes a picture and names its size, so that nothing jumps', () => {
    const html = htmlOf(...ofKind('image'));
    expect(html).toMatch(/<img src="\/charts\/depth-flow-1" alt="折线图[^"]*" width="960" height="600"/);
  });

  it('does not follow an address that is no web address', () => {
    expect(htmlOf({ kind: 'source', text: 'a paper', url: 'javascript:alert(1)' })).not.toContain('href');
    expect(htmlOf(...ofKind('source'))).toContain('rel="noreferrer noopener"');
  });

  it('shows a button only to the person it is for', () => {
    const invocation = { command: 'quiz', options: {}, text: '' };
    const choice = (label: string, personId?: string) => ({
      label,
      invocation,
      style: 'plain' as const,
      ...(personId !== undefined && { personId }),
    });
    const choices = [choice('for all'), choice('for Ada', 'web:ada'), choice('for Lin', 'web:lin')];
    const html = htmlOf({ kind: 'choices', as: 'buttons', choices });
    expect(html).toContain('for all');
    expect(html).toContain('for Ada');
    expect(html).not.toContain('for Lin');
  });

  it('folds a menu of long sentences away, and a short one not', () => {
    const invocation = { command: 'appeal', options: {}, text: '' };
    const menu = (label: string): Block => ({
      kind: 'choices',
      as: 'menu',
      label: 'I said this',
      choices: [1, 2, 3].map((number) => ({ label: `${label} ${number}`, invocation, style: 'plain' })),
    });
    expect(htmlOf(menu('short'))).not.toContain('<details');
    expect(htmlOf(menu('x'.repeat(50)))).toContain(
      '<details class="long-menu"><summary class="button">I said this',
    );
  });

  it('never lets text become markup', () => {
    const evil = '<img src=x onerror=alert(1)>';
    const html = htmlOf(
      { kind: 'text', text: evil },
      { kind: 'heading', text: evil },
      { kind: 'quote', text: evil, by: evil },
      {
        kind: 'table',
        columns: [{ text: evil, align: 'start' }],
        rows: [{ cells: [evil], isReader: false }],
      },
      { kind: 'answer', text: evil, marks: [{ start: 0, end: 4, as: 'credit', label: evil }] },
    );
    expect(html).not.toContain('<img');
  });
});
