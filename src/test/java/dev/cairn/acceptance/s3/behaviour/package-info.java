/** What S3 has and not every dialect: driven with the AWS SDK, or by hand where it cannot. */
package dev.cairn.acceptance.s3.behaviour;
