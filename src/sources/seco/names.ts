import type { Name } from '../../model/record'
import { canonicalLanguage } from '../../model/text'
import { attributeOf, childrenOf, textAt, type XmlElement } from '../input/xml'
import { scriptOf } from '../lists/scripts'
import { distinct, joined, tidy } from '../lists/stated'

/** A part of a name, with its spellings in other languages and scripts. */
interface Part {
  readonly type: string
  readonly value: string | undefined
  readonly variants: readonly { readonly text: string; readonly lang: string; readonly script: string }[]
}

/** Names of identities: those of the main one first. */
export function readNames(identities: readonly XmlElement[]): Name[] {
  const names = identities.flatMap((identity) =>
    childrenOf(identity, 'name').flatMap((name) => namesOf(name, attributeOf(identity, 'main') === 'true')),
  )
  const rank = ({ kind }: Name) => Number(kind !== 'primary')
  const ordered = distinct(
    names.toSorted((a, b) => rank(a) - rank(b)),
    ({ text }) => text,
  )
  // One name is the primary one: where the list has it in several languages, the first.
  return ordered.map((name, i) => (i > 0 && name.kind === 'primary' ? { ...name, kind: 'alias' } : name))
}

/** Titles that stand within names. */
export function titlesIn(identities: readonly XmlElement[]): string[] {
  const parts = identities.flatMap((identity) => childrenOf(identity, 'name')).flatMap(partsOf)
  return distinct(
    parts.flatMap(({ type, value }) => (type === 'title' && value !== undefined ? [value] : [])),
  )
}

/** A name of its parts in their order, and again with each spelling of them. */
function namesOf(element: XmlElement, isMain: boolean): Name[] {
  const parts = partsOf(element).filter(({ type }) => type !== 'title')
  const kind = kindOf(element, isMain)
  const lang = canonicalLanguage((attributeOf(element, 'lang') ?? '').toLowerCase())
  const whole = joined(parts.map(({ value }) => value))
  const found: Name[] =
    whole === undefined
      ? []
      : [{ text: whole, ...(lang === undefined ? {} : { lang }), ...scripted(whole), kind }]
  const variants = parts.flatMap((part) => part.variants)
  for (const culture of distinct(variants, ({ lang, script }) => `${lang} ${script}`)) {
    const spelled = parts.map(({ variants }) =>
      variants.filter(({ lang, script }) => lang === culture.lang && script === culture.script),
    )
    const most = Math.max(...spelled.map(({ length }) => length))
    for (let i = 0; i < most; i++) {
      // A part without another spelling stands as it is.
      const text = joined(parts.map(({ value }, p) => (spelled[p]?.[i] ?? spelled[p]?.[0])?.text ?? value))
      if (text === undefined) continue
      const language = canonicalLanguage(culture.lang.toLowerCase())
      found.push({
        text,
        ...(language === undefined ? {} : { lang: language }),
        ...scripted(text, culture.script),
        kind: kind === 'primary' ? 'alias' : kind,
      })
    }
  }
  return found
}

function partsOf(element: XmlElement): Part[] {
  const order = (part: XmlElement) => Number(attributeOf(part, 'order') ?? 0)
  return childrenOf(element, 'name-part')
    .toSorted((a, b) => order(a) - order(b))
    .map((part) => ({
      type: attributeOf(part, 'name-part-type') ?? '',
      value: tidy(textAt(part, 'value')),
      variants: childrenOf(part, 'spelling-variant').flatMap((variant) => {
        const text = tidy(variant.text)
        const [lang, script] = [attributeOf(variant, 'lang') ?? '', attributeOf(variant, 'script') ?? '']
        return text === undefined ? [] : [{ text, lang, script }]
      }),
    }))
}

function kindOf(element: XmlElement, isMain: boolean): Name['kind'] {
  if (attributeOf(element, 'quality') === 'low') return 'weak'
  const type = attributeOf(element, 'name-type')
  if (type === 'formerly-known-as') return 'former'
  return type === 'primary-name' && isMain ? 'primary' : 'alias'
}

/** The script that the list says, as `LATN`, or that the letters are of; Latin is not told. */
function scripted(text: string, said?: string): { readonly script?: string } {
  const told = said !== undefined && /^[A-Za-z]{4}$/.test(said) ? said : scriptOf(text)
  const script = told === undefined ? undefined : told.charAt(0).toUpperCase() + told.slice(1).toLowerCase()
  return script === undefined || script === 'Latn' ? {} : { script }
}
