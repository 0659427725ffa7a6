import { ChevronDown } from 'lucide-react';
import { useId, useState, type ReactNode } from 'react';
import { Button, Dialog, DialogTrigger, ListBox, ListBoxItem, Popover, type Key, type Selection } from 'react-aria-components';
import { useWords } from '../core/words.tsx';
import { FindAnswers, FoldSign, MoreAnswers, shortName, useFolding, useFoldedName, type ListedDocument } from './folding.tsx';
import styles from './parts.module.css';

/** The list of documents, those of open answers folded under their questionnaire; `onKeys` is told what is chosen, by keys of documents and questionnaires. */
function Documents({ label, documents, chosen, several, onKeys, autoFocus = true, hintOf }: { label: string; documents: readonly ListedDocument[]; chosen: ReadonlySet<number>; several: boolean; onKeys: (keys: ReadonlySet<Key>) => void; autoFocus?: boolean; hintOf?: ((document: number) => string) | undefined }) {
  const words = useWords();
  // What is ticked as a whole stays folded.
  const partly = new Set([...Map.groupBy(documents.filter(({ survey }) => survey !== null), ({ survey }) => survey!.id)].filter(([, inside]) => inside.some(({ id }) => chosen.has(id)) && !(several && inside.every(({ id }) => chosen.has(id)))).map(([survey]) => survey));
  const folding = useFolding(documents, ({ survey }) => survey !== null && partly.has(survey.id));
  const nameOf = useFoldedName();
  const wholes = folding.folded.filter((each) => several && each.documents.every(({ id }) => chosen.has(id)));
  const item = (each: ListedDocument, inside: boolean) => (
    <ListBoxItem key={each.id} id={each.id} textValue={each.name} className={`${styles['option']} ${several ? styles['ticked'] : ''}`} data-inside={inside || undefined}><span className={styles['cut']} title={each.name}><bdi>{inside ? shortName(each) : each.name}</bdi></span>{hintOf === undefined ? null : <small>{hintOf(each.id)}</small>}</ListBoxItem>
  );
  const onSelectionChange = (keys: Selection) => {
    const head = several || keys === 'all' ? undefined : [...keys].map((key) => folding.foldedAt(key)).find((each) => each !== undefined);
    if (head) folding.fold(head.id, !head.open);
    else if (keys !== 'all') onKeys(keys);
  };
  return (
    <div onKeyDownCapture={folding.onArrows}>
      <FindAnswers folding={folding} className={styles['findAnswers']} />
      <ListBox aria-label={label} autoFocus={autoFocus} escapeKeyBehavior="none" className={styles['options'] ?? ''} selectionMode={several ? 'multiple' : 'single'} disallowEmptySelection={!several} selectedKeys={[...chosen, ...wholes.map(({ key }) => key)]} dependencies={[words, folding, hintOf]} onSelectionChange={onSelectionChange}>
        {folding.interviews.map((each) => item(each, false))}
        {folding.folded.flatMap((each) => [
          <ListBoxItem key={each.key} id={each.key} textValue={each.name} className={`${styles['option']} ${styles['foldedHead']} ${several ? styles['ticked'] : ''}`} aria-label={nameOf(each)}>
            {/* In a list of ticks a click on the line takes all of its answers; the sign, or an arrow, unfolds them. */}
            <span className={styles['foldSign']} onPointerDown={several ? (event) => event.stopPropagation() : undefined} onMouseDown={several ? (event) => event.stopPropagation() : undefined} onClick={several ? (event) => { event.stopPropagation(); folding.fold(each.id, !each.open); } : undefined}><FoldSign open={each.open} /></span>
            <span className={styles['cut']} title={each.name}><bdi>{each.name}</bdi></span><small>{words.say('survey.answerSheets', { count: each.documents.length })}</small>
          </ListBoxItem>,
          ...each.shown.map((inside) => item(inside, true)),
        ])}
      </ListBox>
      <MoreAnswers folding={folding} className={styles['moreAnswers']} />
    </div>
  );
}

function Opened({ label, shown, wide, children, isOpen, onOpen }: { label: string; shown: string; wide: boolean; children: ReactNode; isOpen: boolean; onOpen: (open: boolean) => void }) {
  const id = useId();
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={onOpen}>
      <Button className={`${styles['choiceButton']} ${wide ? styles['wideButton'] : ''}`} aria-labelledby={`${id}label ${id}value`}>
        <span className={styles['choiceLabel']} id={`${id}label`}>{label}</span>{' '}
        <span className={styles['choiceValue']} id={`${id}value`}><span className={styles['choiceChosen']}>{shown}</span></span>
        <ChevronDown size={12} aria-hidden />
      </Button>
      <Popover className={styles['float'] ?? ''} offset={4}><Dialog aria-label={label} className={styles['several'] ?? ''}>{children}</Dialog></Popover>
    </DialogTrigger>
  );
}

/** One document of all. */
export function DocumentChoice({ label, value, documents, onChange, wide = false }: { label: string; value: number | null; documents: readonly ListedDocument[]; onChange: (document: number) => void; wide?: boolean }) {
  const [open, setOpen] = useState(false);
  const choose = (keys: ReadonlySet<Key>) => {
    const [key] = keys;
    setOpen(false);
    if (key !== undefined) onChange(Number(key));
  };
  return <Opened label={label} shown={documents.find(({ id }) => id === value)?.name ?? '–'} wide={wide} isOpen={open} onOpen={setOpen}><Documents label={label} documents={documents} chosen={new Set(value === null ? [] : [value])} several={false} onKeys={choose} /></Opened>;
}

/** Any number of documents; none chosen is all of them. A questionnaire is ticked where all of its answers are. */
export function DocumentsChoice({ label, chosen, documents, all, several, onChange, wide = false }: { label: string; chosen: readonly number[]; documents: readonly ListedDocument[]; all: string; several: (count: number) => string; onChange: (chosen: readonly number[]) => void; wide?: boolean }) {
  const [open, setOpen] = useState(false);
  const shown = chosen.length === 0 ? all : chosen.length === 1 ? documents.find(({ id }) => id === chosen[0])?.name ?? all : several(chosen.length);
  const choose = (keys: ReadonlySet<Key>) => onChange(withWholes(documents, new Set(chosen), keys));
  return <Opened label={label} shown={shown} wide={wide} isOpen={open} onOpen={setOpen}><Documents label={label} documents={documents} chosen={new Set(chosen)} several onKeys={choose} /></Opened>;
}
/** The same, always in sight: none ticked is none of them. `hintOf` says something of a document beside its name. */
export function DocumentTicks({ label, chosen, documents, hintOf, onChange }: { label: string; chosen: readonly number[]; documents: readonly ListedDocument[]; hintOf?: (document: number) => string; onChange: (chosen: readonly number[]) => void }) {
  return <div className={styles['ticks']}><Documents label={label} documents={documents} chosen={new Set(chosen)} several autoFocus={false} hintOf={hintOf} onKeys={(keys) => onChange(withWholes(documents, new Set(chosen), keys))} /></div>;
}
/** What is chosen after a tick: that of a questionnaire counts for all of its documents. */
function withWholes(documents: readonly ListedDocument[], before: ReadonlySet<number>, keys: ReadonlySet<Key>): number[] {
  const surveys = Map.groupBy(documents.filter(({ survey }) => survey !== null), ({ survey }) => survey!.id);
  const after = new Set([...keys].filter((key) => typeof key === 'number'));
  for (const [survey, inside] of surveys) {
    const [was, is] = [inside.every(({ id }) => before.has(id)), keys.has(`survey${survey}`)];
    // Its own tick moved, not that of one of its answers.
    if (was !== is && inside.every(({ id }) => after.has(id) === before.has(id))) for (const { id } of inside) if (is) after.add(id); else after.delete(id);
  }
  return documents.map(({ id }) => id).filter((id) => after.has(id));
}
