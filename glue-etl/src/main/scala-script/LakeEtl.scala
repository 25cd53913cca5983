object LakeEtl {
  def main(args: Array[String]): Unit = dev.bellwether.etl.LakeEtl.main(args)
}
