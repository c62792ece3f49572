const SIZE = 30;
const RADIUS = 11.5;
const RATIO = 2;

/** A disc with a white halo, for the number of a problem place. */
export function discImage(fill: string, halo: string): { image: ImageData; pixelRatio: number } {
  const canvas = document.createElement('canvas');
  canvas.width = SIZE * RATIO;
  canvas.height = SIZE * RATIO;
  const context = canvas.getContext('2d')!;
  context.scale(RATIO, RATIO);
  const disc = (radius: number, colour: string): void => {
    context.beginPath();
    context.arc(SIZE / 2, SIZE / 2, radius, 0, 2 * Math.PI);
    context.fillStyle = colour;
    context.fill();
  };
  disc(RADIUS + 2.5, halo);
  disc(RADIUS, fill);
  return { image: context.getImageData(0, 0, canvas.width, canvas.height), pixelRatio: RATIO };
}
