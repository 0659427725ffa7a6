import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import styles from './parts.module.css';

/** A float over the dimmed desk: for what interrupts nothing (shortcuts) or asks one thing. Escape closes it. */
export function Sheet({ title, aside, onClose, size = 'small', children }: { title: string; aside?: ReactNode; onClose: () => void; size?: 'small' | 'wide'; children: ReactNode }) {
  return (
    <ModalOverlay isOpen isDismissable onOpenChange={(open) => { if (!open) onClose(); }} className={styles['scrim'] ?? ''}>
      <Modal className={`${styles['sheet']} ${styles[size]}`}>
        <Dialog className={styles['dialog'] ?? ''}>
          <header className={styles['sheetHead']}><Heading slot="title">{title}</Heading><div className={styles['grow']}>{aside}</div></header>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
