import * as tf from '@tensorflow/tfjs';
import { inScope } from '../maths/scope.ts';
import { type Images, imageSide } from '../maths/turned-letters.ts';
import { moveImages } from './move-images.ts';

/** Shares of numbers that are others after a shift: of the pixels, of 2 × 2 pools and of overlapping 3 × 3 pools. */
export interface Changed {
  readonly unpooled: number;
  readonly separate: number;
  readonly overlapping: number;
}

const stride = 2;

/** Moves images to the right and counts what changes, place by place. */
export function measureChange({ pixels, labels }: Images, shift: number): Changed {
  const count = labels.length;
  const moved = moveImages(pixels, () => [0, shift]);
  const afterPooling = (window: number) =>
    shareOfOthers(poolMaxima(pixels, count, window), poolMaxima(moved, count, window));
  return { unpooled: shareOfOthers(pixels, moved), separate: afterPooling(2), overlapping: afterPooling(3) };
}

/** Max pooling with stride 2, windows that reach beyond the image left out. */
export function poolMaxima(pixels: Float32Array, count: number, window: number): Float32Array {
  return inScope(() => {
    const images = tf.tensor4d(pixels, [count, imageSide, imageSide, 1]);
    return tf.maxPool(images, window, stride, 'valid').dataSync<'float32'>();
  });
}

function shareOfOthers(before: Float32Array, after: Float32Array): number {
  return before.filter((value, at) => value !== after[at]).length / before.length;
}
