/** Placeholder */
export type WeatherPlan = Record<string, unknown>;
