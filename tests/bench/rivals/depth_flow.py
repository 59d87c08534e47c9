"""depth-flow at its defaults: a ReLU net with He weights, and the sigmoid net it is held against."""

import torch
from timing import report

depth, width, batch, classes = 20, 64, 128, 10


def gradient_norms(activation, deviation):
    h = torch.randn(batch, width)
    weights = [torch.randn(width, width) * deviation for _ in range(depth)]
    head = torch.randn(width, classes) * (2 / (width + classes)) ** 0.5
    labels = torch.randint(0, classes, (batch,))
    states = []
    for place, w in enumerate(weights):
        h = activation(h @ w)
        if place == 0:
            h.requires_grad_()
        h.retain_grad()
        states.append(h)
    torch.nn.functional.cross_entropy(h @ head, labels).backward()
    return [float(state.grad.norm()) for state in states]


def once():
    gradient_norms(torch.relu, (2 / width) ** 0.5)
    gradient_norms(torch.sigmoid, (1 / width) ** 0.5)


report(once)
