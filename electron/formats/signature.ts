import { Problem } from '../../shared/model/problem.ts';
import type { IncomingFile } from '../ops/operation.ts';

const starts = (bytes: Uint8Array, ...mark: number[]) => mark.every((byte, index) => bytes[index] === byte);
export const isArchive = ({ bytes }: IncomingFile): boolean => starts(bytes, 0x50, 0x4b, 0x03, 0x04) || starts(bytes, 0x50, 0x4b, 0x05, 0x06);
/** The container of Office before 2007, and of Office files with a password. */
export const isCompound = ({ bytes }: IncomingFile): boolean => starts(bytes, 0xd0, 0xcf, 0x11, 0xe0);

const encrypted = Buffer.from('EncryptedPackage', 'utf16le');
/** The Problem for a compound file: a new Office file under a password, or one of an old format. */
export function compoundProblem({ name: file, bytes }: IncomingFile): Problem {
  return new Problem(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(encrypted) ? 'password-protected' : 'unknown-format', { file });
}
