const greekLetters =
  'α:alpha β:beta γ:gamma δ:delta ε:epsilon ζ:zeta η:eta θ:theta ι:iota κ:kappa λ:lambda μ:mu ν:nu ξ:xi ο:omicron ' +
  'π:pi ρ:rho σ:sigma ς:sigma τ:tau υ:upsilon φ:phi χ:chi ψ:psi ω:omega';

const greek = greekLetters.split(' ').map((pair) => [pair.slice(0, 1), pair.slice(2)] as const);

/** The names that Greek letters fold to. */
export const greekNames: ReadonlySet<string> = new Set(greek.map(([, name]) => name));

/**
 * Single characters that compatibility normalisation leaves alone, with what they fold to.
 * Greek letters, roots and the like become words, so that `σ`, `\sigma` and "sigma" are one thing.
 */
export const symbolFolds: ReadonlyMap<string, string> = new Map([
  ...greek.map(([letter, name]): [string, string] => [letter, ` ${name} `]),
  ['²', '^2'],
  ['³', '^3'],
  ['⁻', '^-'],
  ['×', 'x'],
  ['✕', 'x'],
  ['⋅', '·'],
  ['−', '-'],
  ['‐', '-'],
  ['‑', '-'],
  ['‒', '-'],
  ['–', '-'],
  ['~', '-'],
  ['—', ' - '],
  ['―', ' - '],
  ['‘', "'"],
  ['’', "'"],
  ['‛', "'"],
  ['`', ' '],
  ['“', '"'],
  ['”', '"'],
  ['。', '。'],
  ['｡', '。'],
  ['、', '、'],
  ['⁄', '/'],
  ['∕', '/'],
  ['√', ' sqrt '],
  ['∞', ' infinity '],
  ['∏', ' product '],
  ['∑', ' sum '],
  ['\u0338', ' not '],
  ['≤', '<'],
  ['≥', '>'],
  ['⩽', '<'],
  ['⩾', '>'],
  ['∂', ' partial '],
  ['∇', ' gradient '],
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
]);
