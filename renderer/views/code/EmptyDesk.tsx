import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { useCommands } from '../../commands.ts';
import frame from '../../frame/frame.module.css';

/** The study has no documents yet: what to do first. */
export function EmptyDesk() {
  const { say } = useWords();
  const commands = useCommands();
  const run = (id: string) => commands.find((command) => command.id === id)?.run();
  return (
    <div className={frame['welcomeInside']}>
      <h1>{say('empty.title')}</h1>
      <p>{say('empty.text')}</p>
      <div className={frame['buttons']}>
        <Button look="primary" onPress={() => run('import.transcripts')}>{say('empty.import')}</Button>
        <button type="button" className={frame['link']} onClick={() => run('study.sample')}>{say('command.study.sample')}</button>
      </div>
      <hr />
      <p>{say('empty.drop')}</p>
    </div>
  );
}
