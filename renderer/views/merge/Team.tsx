import { ChevronDown, ChevronRight, Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { useAct } from '../../core/act.ts';
import { useCore, useLive } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { Segments } from '../../parts/Choice.tsx';
import { Menu } from '../../parts/Menu.tsx';
import { useSessionStore } from '../../session.ts';
import { nothingWished, wishedAgain, type Package, type Packages, type Wished } from './handingOut.ts';
import { HandOut } from './HandOut.tsx';
import { chooseOther } from './merging.ts';
import styles from './team.module.css';

const ways = ['byPackage', 'byDocument'] as const;
/** Names that are told at once; how many others there are stands behind them. */
const mostNamed = 6;

/** Who has which documents: since when, whether they came back and how far she is; what nobody or more than one has; and a new package. */
export function Team() {
  const { say } = useWords();
  const listed = useLive('handOut.list', {});
  const [wished, setWished] = useState<Wished | null>(null);
  const [way, setWay] = useState<(typeof ways)[number]>('byPackage');
  if (!listed || listed.documents.length === 0) return null;
  const { packages } = listed;
  return (
    <section className={styles['team']} aria-labelledby="team-head">
      <header>
        <h2 id="team-head">{say('handOut.title')}</h2>
        {packages.length === 0 ? null : <Segments label={say('handOut.by')} value={way} onChange={setWay} options={ways.map((id) => ({ id, label: say(`handOut.ways.${id}`) }))} />}
        <Button onPress={() => setWished(nothingWished)}>{say('handOut.make')}</Button>
      </header>
      {packages.length === 0 ? <p className={styles['none']}>{say('handOut.none')}</p> : way === 'byPackage' ? <ByPackage packages={packages} again={setWished} /> : <ByDocument listed={listed} />}
      <Remarks listed={listed} />
      {wished ? <HandOut listed={listed} first={wished} close={() => setWished(null)} /> : null}
    </section>
  );
}

function ByPackage({ packages, again }: { packages: readonly Package[]; again: (wished: Wished) => void }) {
  const { say } = useWords();
  return (
    <div className={styles['scrolled']}>
      <table className={styles['table']}>
        <thead><tr>{(['coder', 'documents', 'since', 'returned', 'finished', 'codings'] as const).map((column) => <th key={column} scope="col" data-column={column}>{say(`handOut.columns.${column}`)}</th>)}<td /></tr></thead>
        <tbody>{packages.map((each) => <OnePackage key={each.id} each={each} again={again} />)}</tbody>
      </table>
    </div>
  );
}
function OnePackage({ each, again }: { each: Package; again: (wished: Wished) => void }) {
  const { say, number, date, moment, list } = useWords();
  const core = useCore();
  const act = useAct();
  const session = useSessionStore();
  const [open, setOpen] = useState(false);
  const { id, coder, documents, created, returned, blind, note } = each;
  const names = documents.map(({ name }) => name || say('handOut.gone'));
  const forget = () => void act(async () => {
    await core.call('handOut.forget', { handOut: id });
    const { undo } = await core.call('project.read', {});
    session.set({ notice: { said: say('handOut.forgot', { coder }), ...(undo ? { undo: undo.seq } : {}) } });
  });
  return (
    <>
      <tr data-open={open || undefined}>
        <th scope="row" title={[coder, note].filter(Boolean).join('\n')}><bdi>{coder}</bdi>{note === '' ? null : <small>{note}</small>}</th>
        <td data-column="documents"><button type="button" aria-expanded={open} title={list(names)} onClick={() => setOpen(!open)}>{open ? <ChevronDown size={12} aria-hidden /> : <ChevronRight size={12} aria-hidden />}<b>{number(documents.length)}</b><span>{names.join(say('studyMerge.authorJoin'))}</span></button></td>
        <td title={moment(created)}>{date(created)}</td>
        <td title={returned === null ? undefined : moment(returned)} data-not={returned === null || undefined}>{returned === null ? say('handOut.notYet') : date(returned)}</td>
        <td data-number>{say('handOut.ofThem', { count: documents.filter(({ finished }) => finished).length, of: documents.length })}</td>
        <td data-number>{number(documents.reduce((sum, { codings }) => sum + codings, 0))}</td>
        <td>
          <Menu label={say('handOut.more', { coder })} groups={[{ entries: [{ id: 'bring', label: say('handOut.bring'), run: () => void act(() => chooseOther(core, session)) }, { id: 'again', label: say('handOut.again'), run: () => again(wishedAgain(each)) }] }, { entries: [{ id: 'forget', label: say('handOut.forget'), danger: true, run: forget }] }]}>
            <Button look="icon" aria-label={say('handOut.more', { coder })}><Ellipsis size={16} strokeWidth={1.5} aria-hidden /></Button>
          </Menu>
        </td>
      </tr>
      {open ? <tr><td colSpan={7} className={styles['held']}>
        {blind ? <p>{say('handOut.blindSign')}</p> : null}
        <ul>{documents.map(({ uuid, name, finished, codings }, index) => <li key={uuid}><span data-finished={finished || undefined} aria-hidden /><bdi>{name || names[index]}</bdi><small>{[finished ? say('handOut.columns.finished') : '', codings === 0 ? say('handOut.own.noCodings') : say('handOut.own.codings', { count: codings })].filter(Boolean).join(' · ')}</small></li>)}</ul>
      </td></tr> : null}
    </>
  );
}
function ByDocument({ listed: { documents, packages } }: { listed: Packages }) {
  const { say, list } = useWords();
  const finishedBy = new Map<number, string[]>();
  for (const { coder, documents: held } of packages) for (const { document, finished } of held) if (document !== null && finished && !(finishedBy.get(document) ?? []).includes(coder)) finishedBy.set(document, [...(finishedBy.get(document) ?? []), coder]);
  return (
    <div className={styles['scrolled']}>
      <table className={styles['table']} data-documents>
        <thead><tr><th scope="col">{say('handOut.columns.documents')}</th><th scope="col">{say('handOut.who')}</th><th scope="col">{say('handOut.wasWith')}</th><th scope="col">{say('handOut.finishedBy')}</th></tr></thead>
        <tbody>
          {documents.map(({ document, name, out, back }) => (
            <tr key={document}>
              <th scope="row" title={name}><bdi>{name}</bdi></th>
              <td title={list(out)} data-not={out.length === 0 || undefined}>{out.length === 0 ? say('handOut.nobodyHas') : list(out)}</td><td title={list(back)}>{list(back)}</td><td title={list(finishedBy.get(document) ?? [])}>{list(finishedBy.get(document) ?? [])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
/** What nobody has, and what more than one has. */
function Remarks({ listed: { documents, packages } }: { listed: Packages }) {
  const { say, list, number } = useWords();
  const nobody = documents.filter(({ out, back }) => out.length + back.length === 0);
  const several = documents.filter(({ out, back }) => new Set([...out, ...back]).size > 1);
  const told = (of: typeof documents) => {
    const names = list(of.slice(0, mostNamed).map(({ name }) => name));
    return of.length > mostNamed ? say('handOut.andMore', { names: of.slice(0, mostNamed).map(({ name }) => name).join(say('studyMerge.authorJoin')), more: number(of.length - mostNamed) }) : names;
  };
  if (packages.length === 0) return null;
  return (
    <>
      {nobody.length > 0 ? <p className={styles['remark']}>{say('handOut.nobody', { count: nobody.length, documents: told(nobody) })}</p> : null}
      {several.length > 0 ? <p className={styles['remark']}>{say('handOut.several', { count: several.length, documents: told(several) })}</p> : null}
    </>
  );
}
