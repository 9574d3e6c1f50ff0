/** Operations on the service and on buckets. */
package dev.cairn.core.bucket;
