const SIZE = 30;
const RADIUS = 11.5;
const RATIO = 2;
/** How far the tip of a pin reaches below its head. */
const TIP = 9;

interface MapImage {
  image: ImageData;
  pixelRatio: number;
}

/** Kept off the graphics card: to read from there would wait for all that the map is drawing. */
function drawingOf(width: number, height: number): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas');
  canvas.width = width * RATIO;
  canvas.height = height * RATIO;
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  context.scale(RATIO, RATIO);
  return context;
}

function imageOf(context: CanvasRenderingContext2D): MapImage {
  const { width, height } = context.canvas;
  return { image: context.getImageData(0, 0, width, height), pixelRatio: RATIO };
}

/** A disc with a white halo, for the number of a problem place. */
export function discImage(fill: string, halo: string): MapImage {
  const context = drawingOf(SIZE, SIZE);
  const disc = (radius: number, colour: string): void => {
    context.beginPath();
    context.arc(SIZE / 2, SIZE / 2, radius, 0, 2 * Math.PI);
    context.fillStyle = colour;
    context.fill();
  };
  disc(RADIUS + 2.5, halo);
  disc(RADIUS, fill);
  return imageOf(context);
}

const POST_SIZE = 18;

/** A pin whose tip is the place and whose head bears the letter of a suggested post, so that what stands there stays seen. */
export function pinImage(fill: string, halo: string): MapImage {
  const context = drawingOf(SIZE, SIZE + TIP);
  const [left, right, bottom] = [SIZE / 2 - RADIUS, SIZE / 2 + RADIUS, SIZE / 2 + RADIUS];
  const pin = new Path2D();
  pin.roundRect(left, left, right - left, bottom - left, 5);
  pin.moveTo(SIZE / 2 - 6, bottom - 0.5);
  pin.lineTo(SIZE / 2, bottom + TIP);
  pin.lineTo(SIZE / 2 + 6, bottom - 0.5);
  pin.closePath();
  context.lineJoin = 'round';
  context.strokeStyle = halo;
  context.lineWidth = 4;
  context.fillStyle = fill;
  context.stroke(pin);
  context.fill(pin);
  return imageOf(context);
}

/** A small shield with a halo, for a police post or another point of the user's own. */
export function postImage(fill: string, halo: string): MapImage {
  const context = drawingOf(POST_SIZE, POST_SIZE);
  context.lineJoin = 'round';
  context.fillStyle = fill;
  context.strokeStyle = halo;
  context.lineWidth = 3;
  const shield = new Path2D('M9 2.5 14.5 4.3V9c0 3.3-2.2 5.4-5.5 6.8C5.7 14.4 3.5 12.3 3.5 9V4.3Z');
  context.stroke(shield);
  context.fill(shield);
  context.beginPath();
  context.arc(9, 8.6, 1.9, 0, 2 * Math.PI);
  context.fillStyle = halo;
  context.fill();
  return imageOf(context);
}
