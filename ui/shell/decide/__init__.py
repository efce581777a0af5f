"""The parts of the page Perlu keputusan."""
