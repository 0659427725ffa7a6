import { useQuery } from '@tanstack/react-query';
import { unheard, type Sounds } from './findCodes.ts';

const han = /\p{Script=Han}/u;

/** The names' sounds, with their dictionary. */
export async function loadSounds(): Promise<Sounds> {
  const { match } = await import('pinyin-pro');
  return (name, typed) => {
    if (!han.test(name)) return null;
    // Signs side by side come first; those with others between them are found too.
    return match(name, typed, { precision: 'start', continuous: true, v: true }) ?? match(name, typed, { precision: 'start', v: true });
  };
}

/** How names sound, for finding them by pinyin. The dictionary is read as soon as there is a Chinese name, before anything is typed. */
export function useSounds(codes: readonly { readonly name: string }[] | undefined): Sounds {
  const needed = codes?.some((code) => han.test(code.name)) ?? false;
  return useQuery({ queryKey: ['sounds of names'], queryFn: loadSounds, enabled: needed, gcTime: Number.POSITIVE_INFINITY, structuralSharing: false }).data ?? unheard;
}
