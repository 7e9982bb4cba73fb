import { nativeImage, type NativeImage } from 'electron';
import colorAttention from './tray-images/color-attention.png?inline';
import colorAttentionLarge from './tray-images/color-attention@2x.png?inline';
import color from './tray-images/color.png?inline';
import colorLarge from './tray-images/color@2x.png?inline';
import templateAttention from './tray-images/template-attention.png?inline';
import templateAttentionLarge from './tray-images/template-attention@2x.png?inline';
import template from './tray-images/template.png?inline';
import templateLarge from './tray-images/template@2x.png?inline';

/**
 * The torch of the app's icon. macOS draws the menu bar's images in a color of its own from their shape alone; the mark of
 * what needs attention is a dot there, and an amber one elsewhere.
 */
export function trayImage(platform: NodeJS.Platform, needsPerson: boolean): NativeImage {
  const isTemplate = platform === 'darwin';
  const plain = isTemplate ? ([template, templateLarge] as const) : ([color, colorLarge] as const);
  const marked = isTemplate
    ? ([templateAttention, templateAttentionLarge] as const)
    : ([colorAttention, colorAttentionLarge] as const);
  const [small, large] = needsPerson ? marked : plain;
  const image = nativeImage.createFromDataURL(small);
  image.addRepresentation({ scaleFactor: 2, dataURL: large });
  image.setTemplateImage(isTemplate);
  return image;
}
