import { useLayoutEffect, useRef } from 'react';
import { isChinese, languageOf } from '../../../shared/model/text.ts';
import { useLive } from '../../core/context.tsx';
import type { Outcome } from '../../core/core.ts';
import { useWords } from '../../core/words.tsx';
import styles from './split.module.css';

/** How much (UTF-16 units) of the text around a quotation is shown with it. */
const around = { zh: 160, other: 360 } as const;

/** A quotation with what was said before and after it. */
export function InContext({ excerpt }: { excerpt: Outcome<'code.excerpts'>[number] }) {
  const { say, number } = useWords();
  const read = useLive('document.read', { document: excerpt.documentId }, true);
  const text = read?.text ?? '';
  // A document that is still being read is another one.
  const isHere = text.slice(excerpt.start, excerpt.end) === excerpt.quotation;
  const width = isChinese(excerpt.quotation) ? around.zh : around.other;
  const mark = useRef<HTMLElement>(null);
  // However long what was said before: the quotation itself is in sight.
  useLayoutEffect(() => { mark.current?.scrollIntoView({ block: 'nearest' }); }, [excerpt.coding, isHere]);
  const before = isHere ? text.slice(Math.max(0, excerpt.start - width), excerpt.start).replace(/^[\uDC00-\uDFFF]/, '') : '';
  const after = isHere ? text.slice(excerpt.end, excerpt.end + width).replace(/[\uD800-\uDBFF]$/, '') : '';
  const source = [excerpt.speakers.join(', '), excerpt.document, excerpt.turn === null ? '' : say('passage.turn', { turn: excerpt.turn }), excerpt.coder, excerpt.rating === null ? '' : `${say('excerpt.rating')} ${number(excerpt.rating)}`].filter(Boolean);
  return (
    <figure className={styles['context']}>
      <blockquote lang={languageOf(excerpt.quotation) || undefined}>{excerpt.start > width ? '… ' : ''}<span>{before}</span><mark ref={mark}>{excerpt.quotation}</mark><span>{after}</span>{excerpt.end + width < text.length ? ' …' : ''}</blockquote>
      <figcaption>{source.map((part, index) => <bdi key={index}>{index > 0 ? ' · ' : ''}{part}</bdi>)}</figcaption>
      {excerpt.memo === '' ? null : <p>{excerpt.memo}</p>}
    </figure>
  );
}
