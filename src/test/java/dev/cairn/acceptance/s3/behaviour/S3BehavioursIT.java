package dev.cairn.acceptance.s3.behaviour;

import dev.cairn.acceptance.Packaged;

class S3BehavioursIT implements AllS3Behaviours, Packaged {}
