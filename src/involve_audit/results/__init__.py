"""What comes out: the objects of an audit, of a comparison, of the findings of both, and the contract of their JSON."""
