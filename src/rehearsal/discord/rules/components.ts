import { ButtonStyle, ComponentType } from 'discord.js';
import { fields, items, type Json, lengthProblems, repeated, text } from './json.ts';

/** A component and all inside of it. */
export function withInner(component: Json): readonly Json[] {
  const inner = [
    ...items(component.components),
    ...['accessory', 'component'].flatMap((name) => inSlot(component, name)),
  ];
  return [component, ...inner.flatMap(withInner)];
}

function inSlot(component: Json, name: string): readonly Json[] {
  return component[name] === undefined ? [] : [fields(component[name])];
}

/** What is wrong with the components of a message, beyond what Discord's own document says. */
export function componentProblems(components: readonly Json[], isVersion2: boolean): readonly string[] {
  const all = components.flatMap(withInner);
  const ids = all.map(({ custom_id: id }) => text(id)).filter((id) => id !== '');
  const rows = components.filter(({ type }) => type === ComponentType.ActionRow);
  const texts = all
    .filter(({ type }) => type === ComponentType.TextDisplay)
    .map(({ content }) => text(content).length);
  const characters = texts.reduce((sum, length) => sum + length, 0);
  return [
    ...repeated(ids).map((id) => `components: custom_id "${id}" is used twice`),
    ...(all.length > 40 ? [`components: at most 40 in all, there are ${all.length}`] : []),
    ...(characters > 4000 ? [`components: at most 4000 characters of text, there are ${characters}`] : []),
    ...(!isVersion2 && rows.length > 5 ? [`components: at most 5 rows, there are ${rows.length}`] : []),
    ...(isVersion2
      ? []
      : all.filter(needsVersion2).map(({ type }) => `components: type ${String(type)} needs IsComponentsV2`)),
    ...all.flatMap(oneProblem),
  ];
}

function needsVersion2({ type }: Json): boolean {
  return typeof type === 'number' && type >= ComponentType.Section && type <= ComponentType.Container;
}

function oneProblem(component: Json): readonly string[] {
  switch (component.type) {
    case ComponentType.ActionRow:
      return rowProblems(component);
    case ComponentType.Button:
      return buttonProblems(component);
    case ComponentType.StringSelect:
      return menuProblems(component);
    case ComponentType.TextDisplay:
      return lengthProblems('text display', component.content, 1, 4000);
    case ComponentType.Container:
      return items(component.components).length === 0 ? ['container: is empty'] : [];
    case ComponentType.MediaGallery:
      return items(component.items).flatMap(({ description }) =>
        description === undefined
          ? ['gallery: a picture without words for those who do not see it']
          : lengthProblems('alt text', description, 1, 1024),
      );
    default:
      return [];
  }
}

function rowProblems({ components }: Json): readonly string[] {
  const inner = items(components);
  const menus = inner.filter(({ type }) => type === ComponentType.StringSelect).length;
  if (inner.length === 0) return ['row: is empty'];
  if (menus > 0 && inner.length > 1) return ['row: a menu stands alone'];
  return inner.length > 5 ? [`row: at most 5 buttons, there are ${inner.length}`] : [];
}

function buttonProblems({ style, custom_id: id, url, label }: Json): readonly string[] {
  const isLink = style === ButtonStyle.Link;
  return [
    ...(isLink && (url === undefined || id !== undefined)
      ? ['button: a link has a url and no custom_id']
      : []),
    ...(isLink ? [] : lengthProblems('custom_id', id, 1, 100)),
    ...lengthProblems('button label', label, 1, 80),
  ];
}

function menuProblems({ custom_id: id, options, placeholder }: Json): readonly string[] {
  const all = items(options);
  return [
    ...lengthProblems('custom_id', id, 1, 100),
    ...lengthProblems('placeholder', placeholder ?? '', 0, 150),
    ...(all.length < 1 || all.length > 25 ? [`menu: between 1 and 25 options, there are ${all.length}`] : []),
    ...repeated(all.map(({ value }) => text(value))).map((value) => `menu: value "${value}" is used twice`),
    ...all.flatMap(({ label, value, description }) => [
      ...lengthProblems('option label', label, 1, 100),
      ...lengthProblems('option value', value, 1, 100),
      ...(description === undefined ? [] : lengthProblems('option description', description, 1, 100)),
    ]),
  ];
}
