import React from 'react';
import type { SourceCoverage } from '../../common/dependents';
import { ClusterWords } from '../components';

/**
 * Why a source was not read, or not whole. Of one that was read in part the cluster says nothing:
 * those words are the plugin's own.
 */
export function CoverageDetail({ source: { state, detail } }: { source: SourceCoverage }) {
  if (!detail) return null;
  return state === 'partial' ? <p>{detail}</p> : <ClusterWords words={detail} />;
}
