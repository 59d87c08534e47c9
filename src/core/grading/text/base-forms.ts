const irregular = `
  biases:bias biased:bias analyses:analyze hypotheses:hypothesis matrices:matrix vertices:vertex
  indices:index indexes:index criteria:criterion phenomena:phenomenon minima:minimum maxima:maximum optima:optimum
  spectra:spectrum corpora:corpus axes:axis formulae:formula children:child halves:half lives:life
  grew:grow grown:grow became:become lost:lose losing:lose gave:give given:give held:hold fell:fall fallen:fall
  rose:rise risen:rise shrank:shrink shrunk:shrink blew:blow blown:blow kept:keep made:make took:take taken:take
  forgot:forget forgotten:forget found:find knew:know known:know fed:feed built:build thought:think taught:teach
  wrote:write written:write ran:run saw:see seen:see went:go gone:go goes:go did:do done:do does:do had:have has:have
  led:lead brought:bring sent:send spent:spend meant:mean began:begin begun:begin chose:choose
  chosen:choose drew:draw drawn:draw broke:break broken:break spoke:speak hidden:hide dying:die died:die
  dies:die dead:die lying:lie tied:tie tying:tie learnt:learn programme:program grey:gray artefact:artifact
  defence:defense licence:license catalogue:catalog dialogue:dialog analogue:analog bigger:big biggest:big
  larger:large largest:large smaller:small smallest:small faster:fast fastest:fast slower:slow slowest:slow
  higher:high highest:high lower:low lowest:low lowers:low lowered:low lowering:low deeper:deep deepest:deep greater:great greatest:great
  stronger:strong weaker:weak wider:wide narrower:narrow longer:long longest:long shorter:short cheaper:cheap
  closer:close nearer:near easier:easy easily:easy noisy:noise analysis:analyze multiplication:multiply heavier:heavy fewer:few
`;

/** Forms that no suffix rule relates to their base, comparatives among them. */
export const baseForms: ReadonlyMap<string, string> = new Map(
  irregular
    .trim()
    .split(/\s+/)
    .map((pair): [string, string] => {
      const [form = '', base = ''] = pair.split(':');
      return [form, base];
    }),
);
