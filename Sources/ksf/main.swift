print("ksf")
