import { cellToLatLng, getPentagons, latLngToCell } from 'h3-js';

/**
 * H3 as a lattice. Inside one face of the icosahedron the cells of a resolution are the hexagons around the
 * points of a triangular lattice in the gnomonic plane of that face. So the cell of a point follows from a
 * few multiplications, and h3-js is asked once per distinct cell instead of once per point.
 *
 * The constants are derived here from h3-js itself: the twelve pentagons of resolution 0 are the vertices of
 * the icosahedron, a face centre is the mean of three neighbouring vertices, and the sense of the class III
 * rotation is found by asking h3-js for one cell.
 */
interface Vector {
  x: number;
  y: number;
  z: number;
}

interface Face {
  centre: Vector;
  /** Unit axes of the gnomonic plane; `ahead` points to one vertex of the face. */
  ahead: Vector;
  left: Vector;
}

const RADIANS = Math.PI / 180;
const FACES = 20;
/** The lattice point of a vertex is two steps of resolution 0 away from the centre of its face. */
const STEPS_TO_VERTEX = 2;
/** Class III resolutions are turned by this angle against class II ones: asin(sqrt(3/28)). */
const CLASS_THREE_TURN = Math.asin(Math.sqrt(3 / 28));
/** Lattice coordinates stay under 2^20 to resolution 12, so face, q and r pack into one exact number. */
const OFFSET = 2 ** 20;
const SPAN = 2 ** 21;
/** Nearer to a face centre than half the angle between two of them (41.81 degrees), no other face is nearer. */
const COS_INSIDE_FACE = 0.935;

const dot = (a: Vector, b: Vector): number => a.x * b.x + a.y * b.y + a.z * b.z;
const scale = (a: Vector, factor: number): Vector => ({ x: a.x * factor, y: a.y * factor, z: a.z * factor });
const plus = (a: Vector, b: Vector): Vector => ({ x: a.x + b.x, y: a.y + b.y, z: a.z + b.z });
const unitVector = (a: Vector): Vector => scale(a, 1 / Math.sqrt(dot(a, a)));
const cross = (a: Vector, b: Vector): Vector => ({
  x: a.y * b.z - a.z * b.y,
  y: a.z * b.x - a.x * b.z,
  z: a.x * b.y - a.y * b.x,
});

function onSphere(latitude: number, longitude: number): Vector {
  const cosLatitude = Math.cos(latitude * RADIANS);
  return {
    x: cosLatitude * Math.cos(longitude * RADIANS),
    y: cosLatitude * Math.sin(longitude * RADIANS),
    z: Math.sin(latitude * RADIANS),
  };
}

function buildFaces(): Face[] {
  const vertices = getPentagons(0).map((cell) => {
    const [latitude, longitude] = cellToLatLng(cell);
    return onSphere(latitude, longitude);
  });
  const areNeighbours = (a: Vector, b: Vector): boolean => dot(a, b) > 0.4 && dot(a, b) < 0.5;
  const faces: Face[] = [];
  for (let i = 0; i < vertices.length; i++) {
    for (let j = i + 1; j < vertices.length; j++) {
      for (let k = j + 1; k < vertices.length; k++) {
        const [a, b, c] = [vertices[i], vertices[j], vertices[k]];
        if (!areNeighbours(a, b) || !areNeighbours(b, c) || !areNeighbours(a, c)) continue;
        const centre = unitVector(plus(plus(a, b), c));
        const ahead = unitVector(plus(a, scale(centre, -dot(a, centre))));
        faces.push({ centre, ahead, left: cross(centre, ahead) });
      }
    }
  }
  return faces;
}

/** The plane coordinates of a face turned and scaled so that the lattice step is 1 along the first axis. */
function faceTable(resolution: number, turn: number): Float64Array {
  const cosTurn = Math.cos(turn);
  const sinTurn = Math.sin(turn);
  const table = new Float64Array(FACES * 9);
  buildFaces().forEach((face, index) => {
    const vertexDistance = vertexTangent();
    const stepsPerUnit = (STEPS_TO_VERTEX / vertexDistance) * 7 ** (resolution / 2);
    const first = scale(plus(scale(face.ahead, cosTurn), scale(face.left, sinTurn)), stepsPerUnit);
    const second = scale(plus(scale(face.ahead, -sinTurn), scale(face.left, cosTurn)), stepsPerUnit);
    const { centre } = face;
    table.set(
      [centre.x, centre.y, centre.z, first.x, first.y, first.z, second.x, second.y, second.z],
      index * 9,
    );
  });
  return table;
}

/** Distance from face centre to vertex in the gnomonic plane: tan of the angle between them. */
function vertexTangent(): number {
  const cosEdge = 1 / Math.sqrt(5);
  const cosVertex = Math.sqrt((1 + 2 * cosEdge) / 3);
  return Math.sqrt(1 - cosVertex * cosVertex) / cosVertex;
}

/** Keys of H3 cells by plain arithmetic: equal keys of one lattice are equal cells. */
export interface Lattice {
  readonly resolution: number;
  /** The packed key of the cell that holds the point; degrees, WGS 84 taken as spherical like H3 does. */
  keyOf(longitude: number, latitude: number): number;
}

const lattices = new Map<number, Lattice>();

/** The lattice of a resolution from 0 to 12. */
export function latticeOf(resolution: number): Lattice {
  let lattice = lattices.get(resolution);
  if (!lattice) {
    const turns = resolution % 2 === 0 ? [0] : [CLASS_THREE_TURN, -CLASS_THREE_TURN];
    const candidates = turns.map((turn) => buildLattice(resolution, faceTable(resolution, turn)));
    lattice = candidates.find(agreesWithH3) ?? candidates[0];
    lattices.set(resolution, lattice);
  }
  return lattice;
}

/** Two points of one H3 cell far from its centre fall apart when the lattice is turned the wrong way. */
function agreesWithH3(lattice: Lattice): boolean {
  for (let step = 1; step <= 200; step++) {
    const longitude = 71 + step * 0.037;
    const latitude = 43 + step * 0.029;
    const [centreLatitude, centreLongitude] = cellToLatLng(
      latLngToCell(latitude, longitude, lattice.resolution),
    );
    if (lattice.keyOf(centreLongitude, centreLatitude) !== lattice.keyOf(longitude, latitude)) return false;
  }
  return true;
}

function buildLattice(resolution: number, table: Float64Array): Lattice {
  // Points of a city follow each other on one face; only the speed depends on what came before.
  let lastFace = 0;
  return {
    resolution,
    keyOf(longitude, latitude) {
      const phi = latitude * RADIANS;
      const lambda = longitude * RADIANS;
      const cosPhi = Math.cos(phi);
      const px = cosPhi * Math.cos(lambda);
      const py = cosPhi * Math.sin(lambda);
      const pz = Math.sin(phi);
      let face = lastFace;
      let nearest = table[face * 9] * px + table[face * 9 + 1] * py + table[face * 9 + 2] * pz;
      if (nearest < COS_INSIDE_FACE) {
        for (let f = 0; f < FACES; f++) {
          const cosine = table[f * 9] * px + table[f * 9 + 1] * py + table[f * 9 + 2] * pz;
          if (cosine > nearest) {
            nearest = cosine;
            face = f;
          }
        }
        lastFace = face;
      }
      const at = face * 9;
      const hx = (table[at + 3] * px + table[at + 4] * py + table[at + 5] * pz) / nearest;
      const hy = (table[at + 6] * px + table[at + 7] * py + table[at + 8] * pz) / nearest;
      const r = (hy * 2) / Math.sqrt(3);
      const q = hx - r / 2;
      let roundQ = Math.round(q);
      let roundR = Math.round(r);
      const roundS = Math.round(-q - r);
      const offQ = Math.abs(roundQ - q);
      const offR = Math.abs(roundR - r);
      const offS = Math.abs(roundS + q + r);
      if (offQ > offR && offQ > offS) roundQ = -roundR - roundS;
      else if (offR > offS) roundR = -roundQ - roundS;
      return (face * SPAN + roundQ + OFFSET) * SPAN + roundR + OFFSET;
    },
  };
}
