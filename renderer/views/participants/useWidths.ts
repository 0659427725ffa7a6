import { useCallback, useMemo } from 'react';
import { z } from 'zod';
import type { Grid } from '../../../shared/model/filling.ts';
import { useKept } from '../../core/useKept.ts';
import { withinWidths } from './grid/usePulling.ts';

const stored = z.record(z.string(), z.number());
const none: Readonly<Record<string, number>> = {};
function parse(text: string | undefined): Readonly<Record<string, number>> {
  try { return stored.parse(JSON.parse(text ?? '{}')); } catch { return none; }
}
interface Column { readonly id: string; readonly width: number }

/** How wide the person made the columns of a grid, in this study and on this machine; others are as wide as what stands in them. */
export function useWidths(of: Grid['of']) {
  const { kept, put } = useKept();
  const text = kept?.[`widths:${of}`];
  const widths = useMemo(() => parse(text), [text]);
  const set = useCallback(({ id }: Column, width: number | null) => {
    const others = Object.entries(widths).filter(([each]) => each !== id);
    put(`widths:${of}`, width === null && others.length === 0 ? null : JSON.stringify(Object.fromEntries(width === null ? others : [...others, [id, width]])));
  }, [put, widths, of]);
  return { set, of: ({ id, width }: Column): number => (Object.hasOwn(widths, id) ? withinWidths(widths[id]!) : width), isOwn: ({ id }: Pick<Column, 'id'>): boolean => Object.hasOwn(widths, id) };
}
