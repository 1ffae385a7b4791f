/** What runs code under a role, by the service that the role is passed to. */
export const WITH_A_ROLE = [
  ["tasks.apprunner.amazonaws.com", "apprunner:CreateService"],
  ["ec2.amazonaws.com", "autoscaling:CreateLaunchConfiguration"],
  ["ecs-tasks.amazonaws.com", "batch:RegisterJobDefinition"],
  ["cloudformation.amazonaws.com", "cloudformation:CreateStack"],
  ["codebuild.amazonaws.com", "codebuild:CreateProject"],
  ["datapipeline.amazonaws.com", "datapipeline:CreatePipeline"],
  ["ec2.amazonaws.com", "ec2:RunInstances"],
  ["ecs-tasks.amazonaws.com", "ecs:RegisterTaskDefinition"],
  ["ecs-tasks.amazonaws.com", "ecs:RunTask"],
  ["glue.amazonaws.com", "glue:CreateDevEndpoint"],
  ["glue.amazonaws.com", "glue:CreateJob"],
  ["lambda.amazonaws.com", "lambda:UpdateFunctionConfiguration"],
  ["sagemaker.amazonaws.com", "sagemaker:CreateNotebookInstance"],
  ["sagemaker.amazonaws.com", "sagemaker:CreateProcessingJob"],
  ["sagemaker.amazonaws.com", "sagemaker:CreateTrainingJob"],
  ["states.amazonaws.com", "states:CreateStateMachine"],
] as const;
