import {
  type APIButtonComponentWithCustomId,
  type APIStringSelectComponent,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import type { Block, Choice, Form } from '../../../app/reply.ts';
import { type Deed, type Keepsake, toCustomId } from '../custom-id.ts';
import { limits, shorten } from '../limits.ts';
import { userIdOf } from '../places.ts';
import type { Words } from '../words.ts';
import type { Part } from './part.ts';

type ChoicesBlock = Extract<Block, { kind: 'choices' }>;

/** Hands out ids that are unique on a message, and collects what the store has to keep for them. */
export interface Ids {
  give(deed: Deed, personId?: string): string;
  readonly keepsakes: readonly Keepsake[];
}

export function createIds(): Ids {
  const keepsakes: Keepsake[] = [];
  let given = 0;
  return {
    keepsakes,
    give(deed, personId) {
      const { id, keepsake } = toCustomId(given, deed, personId === undefined ? '' : userIdOf(personId));
      given += 1;
      if (keepsake !== undefined) keepsakes.push(keepsake);
      return id;
    },
  };
}

const styles = {
  primary: ButtonStyle.Primary,
  plain: ButtonStyle.Secondary,
  danger: ButtonStyle.Danger,
} as const;

/** More buttons than this are a wall; a menu folds. */
const mostButtons = 10;

/** Choices as buttons or a menu. */
export function choiceParts({ as, label, choices }: ChoicesBlock, ids: Ids, words: Words): readonly Part[] {
  if (choices.length === 0) return [];
  if (as === 'menu' || choices.length > mostButtons) return menuParts(choices, label ?? words.pick, ids);
  return choices.map((choice) => ({ kind: 'button', button: toButton(choice, ids) }));
}

/** The button that opens a form. */
export function formPart(form: Form, ids: Ids): Part {
  return {
    kind: 'button',
    button: {
      type: ComponentType.Button,
      style: ButtonStyle.Primary,
      label: shorten(form.label, limits.buttonLabel),
      emoji: { name: '✍️' },
      custom_id: ids.give({ kind: 'write', form }),
    },
  };
}

function toButton({ label, style, personId, ...choice }: Choice, ids: Ids): APIButtonComponentWithCustomId {
  return {
    type: ComponentType.Button,
    style: styles[style],
    label: shorten(label, limits.buttonLabel),
    custom_id: ids.give(toDeed(choice), personId),
  };
}

/** As many menus as the choices need; what is chosen carries its deed in its value. */
function menuParts(choices: readonly Choice[], placeholder: string, ids: Ids): readonly Part[] {
  const pages = Math.ceil(choices.length / limits.menuOptions);
  return Array.from({ length: pages }, (_, page) => {
    const from = page * limits.menuOptions;
    const number = pages > 1 ? ` ${page + 1}/${pages}` : '';
    const menu: APIStringSelectComponent = {
      type: ComponentType.StringSelect,
      custom_id: ids.give({ kind: 'choose' }),
      placeholder: shorten(placeholder, limits.menuPlaceholder - number.length) + number,
      options: choices.slice(from, from + limits.menuOptions).map((choice) => toOption(choice, ids)),
    };
    return { kind: 'menu', menu };
  });
}

function toOption(
  { label, personId, ...choice }: Choice,
  ids: Ids,
): APIStringSelectComponent['options'][number] {
  const shown = shorten(label, limits.optionLabel);
  const rest = shown === label ? '' : label.slice(shown.length - 1).trim();
  return {
    label: shown,
    value: ids.give(toDeed(choice), personId),
    ...(rest !== '' && { description: shorten(`…${rest}`, limits.optionLabel) }),
  };
}

function toDeed({ invocation, isInPlace }: Pick<Choice, 'invocation' | 'isInPlace'>): Deed {
  return { kind: 'invoke', invocation, isInPlace: isInPlace === true };
}
