export type FacilityKind =
  | 'market'
  | 'railway_station'
  | 'bus_station'
  | 'mall'
  | 'shop'
  | 'school'
  | 'kindergarten'
  | 'university'
  | 'hostel'
  | 'hospital'
  | 'bar'
  | 'cafe'
  | 'hotel'
  | 'park'
  | 'petrol_station'
  | 'pharmacy'
  | 'cinema'
  | 'car_park'
  | 'plant'
  | 'police_station';

/** When a place is busy. */
export type Rhythm = 'open' | 'day' | 'night';

interface KindOfFacility {
  /** `fe1r29p1_id` of the official list. */
  readonly code: string;
  /** Background incidents relative to other facilities. */
  readonly weight: number;
  readonly rhythm: Rhythm;
  /** What happens there: weights of offence categories. */
  readonly mix: Readonly<Record<string, number>>;
}

const trade = { theft_simple: 2, theft: 4, petty: 4, open_theft: 0.4, hooliganism: 0.2 };
const crowd = { theft_simple: 3, theft: 5, petty: 1, open_theft: 1, hooliganism: 0.8, harm: 0.3 };
const drink = { theft: 3, open_theft: 1.2, robbery: 0.3, hooliganism: 3, harm: 1.6, damage: 0.6 };
const inside = { theft_simple: 1.5, theft: 4, petty: 0.6, hooliganism: 0.4, damage: 0.4 };

export const facilityKinds: Readonly<Record<FacilityKind, KindOfFacility>> = {
  market: { code: '002', weight: 60, rhythm: 'day', mix: crowd },
  railway_station: { code: '003', weight: 30, rhythm: 'open', mix: crowd },
  bus_station: { code: '005', weight: 26, rhythm: 'day', mix: crowd },
  mall: { code: '102', weight: 40, rhythm: 'day', mix: trade },
  shop: { code: '053', weight: 6, rhythm: 'day', mix: trade },
  school: { code: '044', weight: 4, rhythm: 'day', mix: inside },
  kindergarten: { code: '038', weight: 1, rhythm: 'day', mix: inside },
  university: { code: '089', weight: 9, rhythm: 'day', mix: inside },
  hostel: { code: '028', weight: 12, rhythm: 'open', mix: { ...inside, burglary: 1, harm: 0.5 } },
  hospital: { code: '029', weight: 14, rhythm: 'open', mix: inside },
  bar: { code: '046', weight: 14, rhythm: 'night', mix: drink },
  cafe: { code: '058', weight: 6, rhythm: 'open', mix: { ...inside, hooliganism: 1.2, harm: 0.6 } },
  hotel: { code: '027', weight: 4, rhythm: 'open', mix: inside },
  park: { code: '008', weight: 7, rhythm: 'open', mix: { ...crowd, robbery: 0.4, damage: 1 } },
  petrol_station: { code: '017', weight: 3, rhythm: 'open', mix: { petty: 3, theft: 1, hooliganism: 0.3 } },
  pharmacy: { code: '083', weight: 2, rhythm: 'day', mix: trade },
  cinema: { code: '088', weight: 5, rhythm: 'open', mix: inside },
  car_park: {
    code: '016',
    weight: 6,
    rhythm: 'night',
    mix: { from_vehicle: 5, vehicle_taking: 1, damage: 1 },
  },
  plant: { code: '075', weight: 8, rhythm: 'open', mix: { theft: 4, theft_simple: 1, damage: 0.5 } },
  police_station: { code: '077', weight: 0, rhythm: 'open', mix: {} },
};
