import { useQuery } from '@tanstack/react-query';

/** The code that draws the map, loaded when a map is opened for the first time. */
export function useDrawing() {
  return useQuery({
    queryKey: ['mapDrawing'],
    queryFn: async () => (await import('./canvas/map_canvas')).default,
    staleTime: Infinity,
    cacheTime: Infinity,
    structuralSharing: false,
  });
}
