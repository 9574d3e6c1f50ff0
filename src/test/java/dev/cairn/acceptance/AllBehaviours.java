package dev.cairn.acceptance;

import dev.cairn.acceptance.bucket.BucketBehaviour;
import dev.cairn.acceptance.copyobject.CopyObjectBehaviour;
import dev.cairn.acceptance.deleteobject.DeleteObjectBehaviour;
import dev.cairn.acceptance.getobject.GetObjectBehaviour;
import dev.cairn.acceptance.listobjects.ListObjectsBehaviour;
import dev.cairn.acceptance.multipart.MultipartBehaviour;
import dev.cairn.acceptance.putobject.PutObjectBehaviour;

/** Everything that every SDK can see of the store. */
public interface AllBehaviours
    extends BucketBehaviour,
        PutObjectBehaviour,
        GetObjectBehaviour,
        ListObjectsBehaviour,
        DeleteObjectBehaviour,
        CopyObjectBehaviour,
        MultipartBehaviour {}
