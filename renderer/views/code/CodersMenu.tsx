import { ChevronDown, EyeOff } from 'lucide-react';
import { Button, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover, Separator } from 'react-aria-components';
import { useAct } from '../../core/act.ts';
import { useCore, useLive } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import parts from '../../parts/parts.module.css';
import { useSession, useSessionStore } from '../../session.ts';
import styles from './code.module.css';
import { useCoderView } from './coders.ts';
import type { DocumentAtHand } from './useDocument.ts';

/** Whose codings show, in whose colours; or only one's own, so that nobody's judgement sways one's own. */
export function CodersMenu({ at }: { at: DocumentAtHand }) {
  const { say, list } = useWords();
  const session = useSessionStore();
  const core = useCore();
  const act = useAct();
  const { blind, byCoder, me, colourOf, prefer } = useCoderView();
  const coders = useLive('coder.list', {}) ?? [];
  const wanted = useSession((now) => now.coders);
  const here = coders.filter((coder) => at.codedBy.includes(coder.id) || coder.id === me);
  const finished = (useLive('document.finished', {}) ?? []).filter(({ document }) => document === at.read.id);
  const isFinished = finished.some(({ coder }) => coder === me);
  if (coders.length < 2) return null;
  const names = at.coders.flatMap((id) => coders.find((coder) => coder.id === id)?.name ?? []);
  const shown = blind ? say('margin.onlyMine') : names.length > 0 ? list(names) : say('margin.nobody');
  const toggle = (keys: 'all' | Iterable<unknown>) => {
    const chosen = keys === 'all' ? here.map(({ id }) => id) : [...keys].map(Number);
    // Who showed already keeps her place: the first stands in the margin, a second beside her in the mirror.
    session.set({ coders: [...at.coders.filter((id) => chosen.includes(id)), ...chosen.filter((id) => !at.coders.includes(id))] });
  };
  return (
    <MenuTrigger>
      <Button className={`${parts['choiceButton']} ${styles['codersButton']}`} aria-label={`${say('code.coders')} ${shown}`}>
        {blind ? <EyeOff size={14} strokeWidth={1.5} aria-hidden /> : null}
        <span className={parts['choiceLabel']}>{say('code.coders')}</span> <span className={parts['cut']}>{shown}</span><ChevronDown size={12} aria-hidden />
      </Button>
      <Popover className={parts['float'] ?? ''} offset={4}>
        <Menu aria-label={say('code.coders')} className={parts['options'] ?? ''}>
          <MenuSection selectionMode="multiple" aria-label={say('code.coders')} selectedKeys={(blind ? here.filter(({ id }) => id === me) : here.filter(({ id }) => at.coders.includes(id))).map(({ id }) => id)} onSelectionChange={toggle}>
            <Header className={parts['menuTitle'] ?? ''}>{say('margin.shown')}</Header>
            {here.map(({ id, name }) => (
              <MenuItem key={id} id={id} textValue={name} isDisabled={blind} shouldCloseOnSelect={false} className={`${parts['option']} ${parts['ticked']}`}>
                {byCoder ? <span className={styles['coderDot']} style={{ background: colourOf(id) }} /> : null}<span className={parts['cut']}><bdi>{name}</bdi></span>{id === me ? <small>{say('margin.you')}</small> : null}
              </MenuItem>
            ))}
          </MenuSection>
          <Separator className={parts['separator'] ?? ''} />
          <MenuSection selectionMode="multiple" aria-label={say('margin.view')} selectedKeys={[...(blind ? ['blind'] : []), ...(byCoder ? ['byCoder'] : []), ...(isFinished ? ['finished'] : [])]} onSelectionChange={(keys) => {
            const on = (what: string) => keys === 'all' || keys.has(what);
            if (on('blind') !== blind) { prefer('blind', on('blind')); session.set({ coders: null }); }
            if (on('byCoder') !== byCoder) prefer('byCoder', on('byCoder'));
            if (on('finished') !== isFinished) void act(() => core.call(isFinished ? 'document.resume' : 'document.finish', { document: at.read.id }));
          }}>
            <MenuItem id="blind" textValue={say('margin.blind')} className={`${parts['option']} ${parts['ticked']}`}><span className={parts['cut']}>{say('margin.blind')}</span></MenuItem>
            <MenuItem id="byCoder" textValue={say('margin.byCoder')} className={`${parts['option']} ${parts['ticked']}`}><span className={parts['cut']}>{say('margin.byCoder')}</span></MenuItem>
            <MenuItem id="finished" textValue={say('agreement.finish')} className={`${parts['option']} ${parts['ticked']}`}><span className={parts['cut']}>{say('agreement.finish')}</span>{finished.length === 0 || blind ? null : <small>{say('agreement.finished', { coders: list(finished.flatMap(({ coder }) => coders.find(({ id }) => id === coder)?.name ?? [])) })}</small>}</MenuItem>
            {wanted === null ? null : <MenuItem id="usual" textValue={say('margin.usual')} className={parts['option'] ?? ''} onAction={() => session.set({ coders: null })}><span className={parts['cut']}>{say('margin.usual')}</span></MenuItem>}
          </MenuSection>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

/** Over the text: that others' codings are hidden, or which colour is whose. */
export function CodersLegend({ at }: { at: DocumentAtHand }) {
  const { say } = useWords();
  const { blind, byCoder, colourOf } = useCoderView();
  const coders = useLive('coder.list', {}) ?? [];
  if (blind && at.codedBy.length > 0) return <span className={styles['legend']}><EyeOff size={12} strokeWidth={1.5} />{say('margin.hidden')}</span>;
  if (!byCoder) return null;
  return <span className={styles['legend']}>{at.coders.map((id) => <span key={id}><i className={styles['coderDot']} style={{ background: colourOf(id) }} /><bdi>{coders.find((coder) => coder.id === id)?.name}</bdi></span>)}</span>;
}
