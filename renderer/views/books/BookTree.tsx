import { useCallback, useRef, useState } from 'react';
import { facets, type Facet } from '../../../shared/model/schema.ts';
import { languageOf } from '../../../shared/model/text.ts';
import { useWords } from '../../core/words.tsx';
import { Sign } from '../../parts/Sign.tsx';
import { scrolledByKeys } from '../../parts/scrolled.ts';
import { useVirtualRows } from '../../parts/useVirtualRows.ts';
import type { Compared } from './asked.ts';
import styles from './books.module.css';

type Code = Compared['tree'][number];
type Line = { readonly facet: Facet } | { readonly code: Code };
const height = 28;
/** How far the last level that is told by its place stands in, px: deeper ones stand below each other. */
const deepest = 12;

/** The codebook as it will be, with the codings of each code before and after, and in the other studies. */
export function BookTree({ compared: { tree, books }, show }: { compared: Compared; show: (uuid: string) => void }) {
  const { say, number } = useWords();
  const [onlyChanged, setOnlyChanged] = useState(false);
  const counted = books.flatMap((book, index) => (book.kind === 'study' ? [{ ...book, index }] : []));
  const shown = onlyChanged ? tree.filter(({ state, before, after }) => state !== 'same' || before !== after) : tree;
  const lines: Line[] = facets.flatMap((facet) => { const inside = shown.filter((row) => row.facet === facet); return inside.length === 0 ? [] : [{ facet }, ...inside.map((code) => ({ code }))]; });
  const box = useRef<HTMLDivElement>(null);
  const sizeOf = useCallback(() => height, []);
  const { indexes, height: all } = useVirtualRows({ box, count: lines.length, sizeOf, ahead: 12, covered: height });
  const columns = { gridTemplateColumns: `minmax(0, 1fr) 88px 128px ${counted.map(() => 'minmax(72px, 128px)').join(' ')}` };
  return (
    <section aria-labelledby="books-tree" className={styles['tree']}>
      <header><h2 id="books-tree">{say('books.tree')}</h2><label><input type="checkbox" checked={onlyChanged} onChange={(event) => setOnlyChanged(event.target.checked)} />{say('books.onlyChanged')}</label></header>
      {shown.length === 0 ? <p className={styles['nothing']}>{say('books.nothingChanges')}</p> : (
        <div className={styles['rows']} ref={box} role="table" aria-labelledby="books-tree" aria-rowcount={lines.length + 1} {...scrolledByKeys}>
          <div role="row" aria-rowindex={1} className={styles['heads']} style={columns}>
            <span role="columnheader">{say('books.code')}</span><span role="columnheader">{say('books.shown')}</span><span role="columnheader">{say('books.codingsBeforeAfter')}</span>
            {counted.map(({ file, index }) => <span role="columnheader" key={index} title={file}>{say('books.codingsThere', { file })}</span>)}
          </div>
          <div role="rowgroup" style={{ height: all }} className={styles['all']}>
            {indexes.map((index) => {
              const line = lines[index]!;
              const place = { transform: `translateY(${index * height}px)`, ...columns };
              if ('facet' in line) return <div key={line.facet} role="row" aria-rowindex={index + 2} className={styles['facet']} style={place}><span role="rowheader" aria-colspan={3 + counted.length}>{say(`facet.${line.facet}`)}</span></div>;
              const { uuid, name, facet, colour, path, depth, state, before, after, theirs, items } = line.code;
              const told = <><Sign facet={facet} colour={colour} /> <bdi lang={languageOf(name) || undefined}>{name}</bdi></>;
              return (
                <div key={uuid} role="row" aria-rowindex={index + 2} data-state={state} className={styles['row']} style={place}>
                  <span role="rowheader" title={path} style={{ paddingLeft: Math.min(depth, deepest) * 18 }}>{items > 0 ? <button type="button" onClick={() => show(uuid)}>{told}</button> : told}</span>
                  <span role="cell">{state === 'same' ? '' : say(`books.state.${state}`)}</span>
                  <span role="cell" data-changed={before !== after || undefined}>{before === after ? number(after) : say('books.counted', { before, after })}</span>
                  {counted.map(({ index: book }) => <span role="cell" key={book}>{theirs[book] === null ? '–' : number(theirs[book] ?? 0)}</span>)}
                </div>
              );
            })}
          </div>
        </div>
      )}
    </section>
  );
}
