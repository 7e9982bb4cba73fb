import type { JSX } from 'solid-js';
import type { QrMatrix } from '../../../shared/model/sign-in.ts';
import { qrPath } from './qr-path.ts';
import styles from './qr-code.module.css';

interface QrCodeProps {
  readonly matrix: QrMatrix;
  readonly label: string;
}

// ISO/IEC 18004 wants four modules of light around the code.
const quietZone = 4;

/** Drawn here; dark on light in every mode, since not every camera reads the inverse. */
export function QrCode(props: QrCodeProps): JSX.Element {
  const size = () => props.matrix.length + 2 * quietZone;
  return (
    <svg
      class={styles.qr}
      viewBox={`0 0 ${size()} ${size()}`}
      role="img"
      aria-label={props.label}
      shape-rendering="crispEdges"
    >
      <rect class={styles.light} width={size()} height={size()} />
      <path class={styles.dark} d={qrPath(props.matrix, quietZone)} />
    </svg>
  );
}
