"""Who comes to a coalition's side events: registering, places, the waiting list, the door, and forgetting it all."""
