import { Component, type ReactNode } from 'react';
import { ProblemNote } from '../parts/Problem.tsx';
import { Button } from '../parts/Button.tsx';
import styles from './frame.module.css';

/** A fault of the program in what it holds: the window says so instead of going blank. React asks for a class here. */
export class FaultLine extends Component<{ children: ReactNode; again: string }, { failed: boolean }> {
  override state = { failed: false };
  static getDerivedStateFromError(): { failed: boolean } { return { failed: true }; }
  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return <main className={styles['shut']}><ProblemNote problem={{ problem: 'program-fault', values: {} }}><Button onPress={() => location.reload()}>{this.props.again}</Button></ProblemNote></main>;
  }
}
