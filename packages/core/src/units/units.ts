declare const unit: unique symbol;

/** A number that carries its unit in the type, so that degrees given for metres do not compile. */
export type InUnit<Name extends string> = number & { readonly [unit]: Name };

export type Meters = InUnit<'m'>;
export type SquareKilometers = InUnit<'km2'>;
export type Degrees = InUnit<'deg'>;

export const meters = (value: number): Meters => value as Meters;
export const squareKilometers = (value: number): SquareKilometers => value as SquareKilometers;
export const degrees = (value: number): Degrees => value as Degrees;
