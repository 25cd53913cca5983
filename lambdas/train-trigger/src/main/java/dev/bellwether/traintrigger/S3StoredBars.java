package dev.bellwether.traintrigger;

import dev.bellwether.market.lake.LakeLayout;
import software.amazon.awssdk.services.s3.S3Client;

/// The daily bars of an S3 bucket.
record S3StoredBars(S3Client client, String bucket) implements StoredBars {
    @Override
    public boolean exist() {
        return !client.listObjectsV2(request ->
                        request.bucket(bucket).prefix(LakeLayout.DAILY_BARS_PREFIX).maxKeys(1))
                .contents()
                .isEmpty();
    }
}
