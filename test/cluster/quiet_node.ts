/**
 * Settings with which ML Commons does nothing by itself: every 10 s it compares what it says of models
 * with what the nodes hold, and calls a model DEPLOY_FAILED that it found on none, also one that is
 * being deployed (MLSyncUpCron); and 10 s after a start it deploys again what was deployed
 * (MLCommonsClusterManagerEventListener).
 */
export const QUIET = {
  'plugins.ml_commons.sync_up_job_interval_in_seconds': 0,
  'plugins.ml_commons.model_auto_redeploy.enable': false,
};
