import type { ReactNode } from 'react';
import { Button as AriaButton, Tooltip, TooltipTrigger, type ButtonProps } from 'react-aria-components';
import styles from './parts.module.css';

type Look = 'default' | 'primary' | 'plain' | 'icon' | 'danger';
/** A button; `why` is said beside the pointer where the label alone does not tell (icons must have it). */
export function Button({ look = 'default', why, keys, children, ...props }: Omit<ButtonProps, 'children'> & { look?: Look; why?: string | undefined; keys?: string | undefined; children: ReactNode }) {
  const button = <AriaButton className={`${styles['button']} ${styles[look]}`} {...(why === undefined ? {} : { 'aria-label': why })} {...props}>{children}</AriaButton>;
  if (why === undefined) return button;
  return <TooltipTrigger delay={400}>{button}<Tooltip className={styles['tooltip'] ?? ''}>{why}{keys === undefined ? null : <kbd>{keys}</kbd>}</Tooltip></TooltipTrigger>;
}
